package dev.pmt.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A process that health asks: answers paths as told, remembers credentials, or keeps silent. */
final class Neighbour implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
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
                var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "{}"));
                var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
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
