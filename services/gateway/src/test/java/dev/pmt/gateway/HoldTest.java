package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.InOrder;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.fixtures.Wire;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final String HOLD = "/internal/services/api/hold";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Edge edge;

    private final Backend old = Backend.named("old");
    private final Backend fresh = Backend.answering(exchange -> {
        exchange.getResponseHeaders().set("Connection", "close");
        Backend.text(exchange, 200, "fresh " + exchange.getRequestBody().readAllBytes().length);
    });

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @BeforeEach
    void register() {
        edge.with("api", old.address());
    }

    @AfterEach
    void release() {
        edge.manage("DELETE", HOLD, "");
        old.close();
        fresh.close();
    }

    @Test
    void lets_a_thousand_go_to_the_new_address_in_the_order_in_which_they_came() {
        try (var sequence = new InOrder()) {
            edge.manage("PUT", HOLD, "{\"deadline\":\"PT30S\"}");
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (var number = 0; number < 1_000; number++) {
                answers.add(post("/api/v1/" + number, "x"));
                awaitWaiting(number + 1);
            }
            edge.with("api", sequence.address());
            var released = new JsonObject(edge.manage("DELETE", HOLD, "").body());

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer)
                            .succeedsWithin(Duration.ofSeconds(20))
                            .extracting(HttpResponse::statusCode)
                            .isEqualTo(200));
            assertThat(sequence.seen())
                    .isEqualTo(IntStream.range(0, 1_000)
                            .mapToObj(number -> "/api/v1/" + number)
                            .toList());
            assertThat(old.seen()).isEmpty();
            assertThat(released.getInteger("released")).isEqualTo(1_000);
            assertThat(released.getInteger("expired") + released.getInteger("refused"))
                    .isZero();
            assertThat(edge.gateway().routes().current().steering()).isEmpty();
        }
    }

    @Test
    void answers_503_at_the_deadline_and_when_too_many_wait() {
        edge.manage("PUT", HOLD, "{\"deadline\":\"PT1.5S\",\"most\":1}");
        var first = post("/api/v1/first", "x");
        awaitWaiting(1);

        assertHeld(post("/api/v1/second", "x").join());
        assertHeld(first.join());
        assertThat(old.seen()).isEmpty();
        assertThat(new JsonObject(edge.manage("DELETE", HOLD, "").body()))
                .isEqualTo(new JsonObject()
                        .put("released", 0)
                        .put("expired", 1)
                        .put("refused", 1)
                        .put("longest", "PT0S"));
    }

    @Test
    void leaves_a_body_where_it_is_until_the_request_goes_on() throws IOException {
        var total = 64L * 1024 * 1024;
        edge.manage("PUT", HOLD, "{}");
        try (var channel =
                SocketChannel.open(new InetSocketAddress("localhost", edge.url().getPort()))) {
            channel.write(ByteBuffer.wrap(("POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n"
                            + "Connection: close\r\nContent-Length: " + total + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            var taken = writeUntilBlocked(channel);
            assertThat(taken).isLessThan(total / 2);
            assertThat(old.seen()).isEmpty();

            edge.with("api", fresh.address());
            edge.manage("DELETE", HOLD, "");
            channel.configureBlocking(true);
            for (var left = total - taken; left > 0; ) {
                left -= channel.write(ByteBuffer.allocate((int) Math.min(left, 1024 * 1024)));
            }
            var answer = new String(channel.socket().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("fresh " + total);
        }
    }

    @Test
    void does_not_do_for_a_client_that_is_gone_what_it_asked_for() throws IOException {
        edge.manage("PUT", HOLD, "{}");
        try (var wire = new Wire(edge.url())) {
            wire.send("POST /api/v1/gone HTTP/1.1\nHost: x\nAuthorization: Bearer t\nContent-Length: 0\n\n");
            awaitWaiting(1);
        }
        var second = post("/api/v1/there", "x");
        awaitWaiting(2);
        edge.manage("DELETE", HOLD, "");

        assertThat(second.join().statusCode()).isEqualTo(200);
        assertThat(old.seen()).extracting(Backend.Seen::target).containsExactly("/api/v1/there");
    }

    @Test
    void has_sockets_come_again() {
        edge.manage("PUT", HOLD, "{}");
        var address = URI.create(edge.url().toString().replaceFirst("http", "ws") + "/api/v1/socket");

        assertThatThrownBy(() -> CLIENT.newWebSocketBuilder()
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> {
                    assertThat(refused.getResponse().statusCode()).isEqualTo(503);
                    assertThat(refused.getResponse().headers().firstValue("retry-after"))
                            .contains("2");
                });
    }

    @Test
    void holds_what_services_ask_one_another_and_what_the_edge_asks_auth() {
        try (var auth = new OpenIdProvider().behind(edge)) {
            var token = auth.personalTokens().issue();
            edge.manage("PUT", "/internal/services/auth/hold", "{}");
            edge.manage("PUT", HOLD, "{}");
            var between = CLIENT.sendAsync(
                    HttpRequest.newBuilder(URI.create(edge.gateway().adminAddress() + "/to/api/internal/events"))
                            .build(),
                    BodyHandlers.ofString());
            awaitWaiting(1);
            var exchanged = CLIENT.sendAsync(
                    edge.to("/api/v1/mine")
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            awaitWaiting(2);
            edge.manage("DELETE", HOLD, "");
            assertThat(between.join().body()).isEqualTo("old");
            await().until(() -> waiting("auth") == 1);
            assertThat(auth.backend().seen()).isEmpty();
            edge.manage("DELETE", "/internal/services/auth/hold", "");

            assertThat(exchanged.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shows_and_refuses_in_words() {
        edge.manage("PUT", HOLD, "{\"deadline\":\"PT3S\",\"most\":7}");
        assertThat(edge.manage("GET", "/internal/traffic", "").body())
                .contains("\"service\":\"api\"", "{\"deadline\":\"PT3S\",\"most\":7,\"waiting\":0}");

        for (var wrong : List.of("{\"deadline\":\"PT31S\"}", "{\"deadline\":\"soon\"}", "{\"most\":0}")) {
            var answer = edge.manage("PUT", HOLD, wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).containsPattern("(deadline|most) must be");
        }
        assertThat(edge.manage("PUT", "/internal/services/nobody/hold", "{}").body())
                .contains("service must be one of api, auth", ": nobody");
        assertThat(edge.manage("PUT", "/internal/services/api/spell", "{}").statusCode())
                .isEqualTo(404);
        assertThat(edge.manage("DELETE", "/internal/services/web/hold", "").body())
                .contains("\"released\":0");
    }

    private static CompletableFuture<HttpResponse<String>> post(String path, String body) {
        return CLIENT.sendAsync(
                edge.to(path)
                        .POST(BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer t")
                        .build(),
                BodyHandlers.ofString());
    }

    private static void assertHeld(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
        assertThat(answer.body()).contains("service-held");
    }

    private static void awaitWaiting(int number) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofNanos(100_000))
                .pollInSameThread()
                .until(() -> waiting("api") == number);
    }

    private static int waiting(String service) {
        var hold = edge.gateway().routes().current().steeringOf(service).hold();
        return hold == null ? 0 : hold.waiting();
    }

    private static long writeUntilBlocked(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        var taken = 0L;
        try (var selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (selector.select(300) > 0) {
                selector.selectedKeys().clear();
                taken += channel.write(ByteBuffer.allocate(256 * 1024));
            }
        }
        return taken;
    }
}
