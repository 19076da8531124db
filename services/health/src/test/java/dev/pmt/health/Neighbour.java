package dev.pmt.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A process that health asks: answers paths as told, and remembers who asked with which credentials. */
final class Neighbour implements AutoCloseable {

    /** The ways in which an answer can be missing or of no use. */
    enum Cut {
        SILENT,
        BREAKS_OFF,
        FAILS,
        EMPTY,
        NULL,
        HTML,
        OTHER_SHAPE
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server;
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String directory = "";

    Neighbour() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var path = exchange.getRequestURI().getPath();
                asked.add(path);
                if (!path.startsWith("/to/")) {
                    authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
                }
                answers.getOrDefault(path, path.startsWith("/to/") ? this::passOn : other -> send(other, 404, "{}"))
                        .to(exchange);
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
        answers.put(path, exchange -> send(exchange, status, body));
        if (path.equals("/internal/services")) {
            directory = body;
        }
        return this;
    }

    /** Has the door from service to service, as the edge: leads to where the directory says that each is. */
    private void passOn(HttpExchange exchange) throws IOException, InterruptedException {
        var path = exchange.getRequestURI().getPath().split("/", 4);
        var address = Pattern.compile("\"service\":\"" + path[2] + "\",\"address\":\"([^\"]*)\"")
                .matcher(directory);
        try {
            var request = HttpRequest.newBuilder(URI.create(address.find() ? address.group(1) + "/" + path[3] : ""));
            exchange.getRequestHeaders()
                    .getOrDefault("Authorization", List.of())
                    .forEach(value -> request.header("Authorization", value));
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            send(exchange, answer.statusCode(), answer.body());
        } catch (IOException | IllegalArgumentException e) {
            send(exchange, 503, "{\"status\":503,\"code\":\"service-unavailable\"}", "application/problem+json");
        }
    }

    Neighbour cut(String path, Cut how) {
        answers.put(path, exchange -> {
            switch (how) {
                case SILENT -> closing.await();
                case BREAKS_OFF -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('[');
                    exchange.getResponseBody().flush();
                    closing.await();
                }
                case FAILS -> send(exchange, 500, "{\"status\":\"UP\"}");
                case EMPTY -> send(exchange, 200, "");
                case NULL -> send(exchange, 200, "null");
                case HTML -> send(exchange, 200, "<html>Sign in to the hotel's network</html>");
                case OTHER_SHAPE -> send(exchange, 200, "[{\"service\":null},7]");
            }
        });
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    /** Returns what it was shown itself, leaving out what it passed on to others. */
    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body, "application/json");
    }

    private static void send(HttpExchange exchange, int status, String body, String type) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
