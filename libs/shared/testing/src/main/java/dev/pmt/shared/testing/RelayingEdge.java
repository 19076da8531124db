package dev.pmt.shared.testing;

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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The edge's door from service to service, and auth behind it, which gives a token to whoever asks by a key's proof. */
public final class RelayingEdge implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, URI> routes = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final TestTokens tokens;

    /** Opens the door. */
    public RelayingEdge(TestTokens tokens) {
        this.tokens = tokens;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/to/auth/oauth2/token", this::token);
        server.createContext("/to/", this::relay);
        server.start();
    }

    /** Sends requests for a service there. */
    public void route(String service, URI address) {
        routes.put(service, address);
    }

    /** Answers requests for a service with 503 from now on. */
    public void unroute(String service) {
        routes.remove(service);
    }

    /** Returns how many requests went from service to service. */
    public int requests() {
        return requests.get();
    }

    /** Returns the place for {@code pmt.internal-url}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the same place under another name, by which services of this process are strangers. */
    public URI urlFromElsewhere() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var proven = form.contains("client_assertion=ey") && form.contains("grant_type=client_credentials");
        var token = tokens.token(UUID.randomUUID(), "service");
        answer(exchange, proven ? 200 : 401, "{\"access_token\":\"" + token + "\",\"expires_in\":300}");
    }

    private void relay(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        var parts = exchange.getRequestURI().toString().split("/", 4);
        var route = routes.get(parts[2]);
        if (route == null) {
            answer(exchange, 503, "");
            return;
        }
        var target = route.resolve("/" + parts[3]);
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(target)
                            .header(
                                    "Authorization",
                                    exchange.getRequestHeaders().getFirst("Authorization"))
                            .build(),
                    BodyHandlers.ofString());
            answer(exchange, answer.statusCode(), answer.body());
        } catch (IOException e) {
            answer(exchange, 503, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
