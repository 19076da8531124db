package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.routes.Door;
import dev.pmt.gateway.routes.Load;
import dev.pmt.gateway.routes.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<MultiMap> handshake = new AtomicReference<>();
    private final HttpServer backend = vertx.createHttpServer()
            .webSocketHandler(socket -> {
                handshake.set(socket.headers());
                socket.textMessageHandler(text -> {
                    if (text.equals("restart")) {
                        socket.close((short) 1012, "restart");
                    } else {
                        socket.writeTextMessage("echo " + text);
                    }
                });
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final Edge edge = Edge.start(Map.of());

    WebSocketTest() {
        edge.gateway().routes().add(new Route("/open", "echo", Door.OPEN, Load.NORMAL));
        edge.gateway().routes().add(new Route("/token", "echo", Door.TOKEN, Load.NORMAL));
        edge.with("echo", URI.create("http://127.0.0.1:" + backend.actualPort()));
    }

    @AfterEach
    void stop() {
        edge.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void passes_frames_both_ways_and_the_close() {
        var listener = new Listener();
        var socket = open("/open", listener);

        socket.sendText("hello", true).join();
        assertThat(listener.text).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("echo hello");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
        assertThat(listener.closed).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(WebSocket.NORMAL_CLOSURE);
        assertThat(handshake.get().get("x-forwarded-host")).isEqualTo(edge.url().getAuthority());
        assertThat(handshake.get().get("host")).isEqualTo(edge.url().getAuthority());
    }

    @Test
    void passes_the_reason_for_which_a_service_closes() {
        var listener = new Listener();
        open("/open", listener).sendText("restart", true).join();

        assertThat(listener.closed).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1012);
    }

    @Test
    void refuses_sockets_of_foreign_pages_even_where_no_token_is_asked_for() {
        assertRefused(403, "/open", "Origin", "http://evil.example");
        open("/open", new Listener(), "Origin", edge.url().toString()).abort();
    }

    @Test
    void carries_more_sockets_at_a_time_than_a_pool_has_connections() {
        var listeners = Stream.generate(Listener::new).limit(600).toList();
        var sockets =
                listeners.stream().map(listener -> open("/open", listener)).toList();

        sockets.forEach(socket -> socket.sendText("hello", true).join());

        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.text)
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isEqualTo("echo hello"));
        sockets.forEach(WebSocket::abort);
    }

    @Test
    void gives_the_sessions_token_to_a_socket_of_our_own_pages_only() {
        try (var auth = new OpenIdProvider().behind(edge)) {
            var cookie = "pmt_session=" + new Browser(edge).signIn().sessionCookie();

            open(
                            "/token",
                            new Listener(),
                            "Cookie",
                            cookie,
                            "Origin",
                            edge.url().toString())
                    .abort();
            await().until(() -> handshake.get() != null);
            assertThat(handshake.get().get("authorization")).startsWith("Bearer eyJ");
            assertThat(handshake.get().contains("cookie")).isFalse();
            assertThat(auth.refreshes()).isZero();

            assertRefused(403, "/token", "Cookie", cookie, "Origin", "http://evil.example");
            assertRefused(403, "/token", "Cookie", cookie);
        }
    }

    @Test
    void refuses_with_a_problem_where_nobody_is_signed_in_or_nothing_runs() {
        assertRefused(401, "/token");
        edge.with("echo", URI.create("http://127.0.0.1:" + Edge.freePort()));
        assertRefused(503, "/open");
        edge.gateway().routes().unregister("echo");
        assertRefused(503, "/open");
    }

    private void assertRefused(int status, String path, String... headers) {
        assertThatThrownBy(() -> open(path, new Listener(), headers))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> {
                    assertThat(refused.getResponse().statusCode()).isEqualTo(status);
                    assertThat(refused.getResponse().headers().firstValue("content-type"))
                            .contains("application/problem+json");
                });
    }

    private WebSocket open(String path, Listener listener, String... headers) {
        var builder = CLIENT.newWebSocketBuilder();
        for (var at = 0; at < headers.length; at += 2) {
            builder.header(headers[at], headers[at + 1]);
        }
        var address = URI.create(edge.url().toString().replaceFirst("http", "ws") + path);
        return builder.buildAsync(address, listener).join();
    }

    private static final class Listener implements WebSocket.Listener {
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedStage(null);
        }
    }
}
