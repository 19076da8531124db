package dev.pmt.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A process that health asks: answers paths as told, remembers credentials, or keeps silent. */
final class Neighbour implements AutoCloseable {

    private record Answer(int status, String body, String type) {

        Answer(int status, String body) {
            this(status, body, "application/json");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> services = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean silent;

    Neighbour() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
                if (silent) {
                    closing.await();
                }
                var path = exchange.getRequestURI().getPath();
                var answer = path.startsWith("/to/")
                        ? passedOn(path, exchange.getRequestHeaders().getFirst("Authorization"))
                        : answers.getOrDefault(path, new Answer(404, "{}"));
                var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.type());
                exchange.sendResponseHeaders(answer.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static Neighbour saying(String health, String version) {
        return new Neighbour()
                .answers("/actuator/health", health.equals("DOWN") ? 503 : 200, "{\"status\":\"" + health + "\"}")
                .answers(
                        "/actuator/info",
                        200,
                        "{\"version\":\"" + version + "\",\"startedAt\":\"2026-01-01T00:00:00Z\",\"more\":1}");
    }

    Neighbour answers(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
        return this;
    }

    /** Has the door from service to service, as the edge. */
    Neighbour leadsTo(String service, String address) {
        services.put(service, address);
        return this;
    }

    private Answer passedOn(String path, @Nullable String authorization) throws InterruptedException {
        var parts = path.split("/", 4);
        var request = HttpRequest.newBuilder(URI.create(services.get(parts[2]) + "/" + parts[3]));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(503, "{\"status\":503,\"code\":\"service-unavailable\"}", "application/problem+json");
        }
    }

    Neighbour silent() {
        silent = true;
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
