package dev.pmt.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Tells the edge where a service is; the same call whether the edge runs in this process or in another. */
final class EdgeRegistry {

    private static final String SERVICES = "/internal/services";
    private static final JsonMapper JSON = new JsonMapper();
    /** Long: on a busy machine an edge that has just begun is slow to its first request, and a start is worth the wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI edge;
    private final String secret;

    EdgeRegistry(URI edge, String secret) {
        this.edge = edge;
        this.secret = secret;
    }

    URI address() {
        return edge;
    }

    String secret() {
        return secret;
    }

    /** Routes the service's requests to this address from now on. */
    void register(String service, URI address) {
        send(
                service,
                request(SERVICES + "/" + service).PUT(BodyPublishers.ofString("{\"address\":\"" + address + "\"}")));
    }

    /** Makes the edge answer 503 for the service. */
    void remove(String service) {
        send(service, request(SERVICES + "/" + service).DELETE());
    }

    /** Returns where a service is now. */
    Optional<URI> addressOf(String service) {
        for (var one : JSON.readTree(send(service, request(SERVICES).GET()))) {
            if (one.required("service").asString().equals(service)) {
                return one.required("address").asStringOpt().map(URI::create);
            }
        }
        return Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(edge.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json");
    }

    private String send(String service, HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Failure(
                        Exit.FAILED,
                        "The edge refused the address of " + service + " with status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "The edge did not answer when told about " + service + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.FAILED, "Interrupted while starting " + service + ".", e);
        }
    }
}
