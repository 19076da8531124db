package dev.pmt.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Shows the one-time link that makes the first administrator, for as long as there is none. */
final class FirstAdministrator {

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

    /** Prints the link where secrets may be shown, as on a terminal; elsewhere, writes it to a file that only its owner can read. */
    void announce() {
        var file = home.resolve("run/first-administrator");
        try {
            var link = requestLink();
            Files.deleteIfExists(file);
            if (link.isEmpty()) {
                return;
            }
            if (console.showsSecrets()) {
                console.say("Become the first administrator (this link works once): " + link.get());
            } else {
                Home.createPrivately(home.resolve("run"));
                Secrets.writePrivately(file, link.get());
                console.say("Become the first administrator: the one-time link is in " + file);
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "The one-time link could not be made.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> requestLink() throws IOException, InterruptedException {
        var basic = Base64.getEncoder()
                .encodeToString(("pmt-edge:" + secrets.get("edge-client")).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(auth.resolve("/internal/setup-link"))
                .header("Authorization", "Basic " + basic)
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
