package dev.pmt.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Shows the one-time link that makes the first administrator, for as long as there is none. */
final class FirstAdministrator {

    private static final String NAME = "first-administrator";

    private final URI auth;
    private final Path home;
    private final Secrets secrets;
    private final Console console;

    FirstAdministrator(URI auth, Path home, Secrets secrets, Console console) {
        this.auth = auth;
        this.home = home;
        this.secrets = secrets;
        this.console = console;
    }

    /** Tells of the link. */
    void announce() {
        var file = home.resolve("run").resolve(NAME);
        try {
            var link = requestLink();
            Files.deleteIfExists(file);
            if (link.isPresent()) {
                console.sayLink("Become the first administrator", link.get(), home, NAME);
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "The one-time link could not be made.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks auth for the link; none when there is an administrator. */
    Optional<String> requestLink() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(auth.resolve("/internal/setup-link"))
                .header("Authorization", secrets.edgeAuthorization())
                .POST(BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 ->
                    Optional.of(new JsonMapper()
                            .readTree(answer.body())
                            .required("link")
                            .asString());
                case 204 -> Optional.empty();
                default -> throw new IOException("auth answered " + answer.statusCode());
            };
        }
    }
}
