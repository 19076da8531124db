package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final int CHUNK = 64 * 1024;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong sent = new AtomicLong();
    private final Edge edge = Edge.start(Map.of(
            "pmt.edge.limit.body", "1000",
            "pmt.edge.limit.bulk-body", "500000000",
            "pmt.edge.limit.time", "PT1S",
            "pmt.edge.limit.idle", "PT0.5S"));
    private final Backend api = Backend.answering(this::answer);

    LimitsTest() {
        edge.with("api", api.address());
    }

    @AfterEach
    void stop() {
        closing.countDown();
        edge.close();
        api.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/api/v1/silent", "/api/v1/imports/silent" -> await(closing);
            case "/api/v1/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                for (var chunk = new byte[CHUNK]; ; sent.addAndGet(CHUNK)) {
                    exchange.getResponseBody().write(chunk);
                }
            }
            default -> {
                var bytes = exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
                Backend.text(exchange, 200, "bytes: " + bytes);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refuses_a_body_that_announces_too_much_before_it_is_sent() throws IOException {
        var answer = Wire.exchange(edge.url(), """
                POST /api/v1/projects HTTP/1.1
                Host: x
                Authorization: Bearer t
                Content-Length: 1001
                Expect: 100-continue

                """);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("content-too-large", "at most 1000 bytes");
        assertThat(api.seen()).isEmpty();
    }

    @Test
    void stops_a_body_that_grows_too_large_on_the_way() throws IOException {
        try (var wire = new Wire(edge.url())) {
            wire.send(
                    "POST /api/v1/projects HTTP/1.1\nHost: x\nAuthorization: Bearer t\nTransfer-Encoding: chunked\n\n");
            wire.send("1f4\n" + "x".repeat(500) + "\n");
            wire.send("1f5\n" + "x".repeat(501) + "\n");
            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 413").contains("content-too-large");
        }
    }

    @Test
    void passes_a_body_that_is_just_small_enough() {
        var response = edge.send(edge.to("/api/v1/projects")
                .header("Authorization", "Bearer t")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1000])))
                .build());

        assertThat(response.body()).isEqualTo("bytes: 1000");
    }

    @Test
    void streams_a_large_import() {
        var size = 200_000_000L;
        var response = edge.send(edge.to("/api/v1/imports")
                .header("Authorization", "Bearer t")
                .POST(BodyPublishers.ofInputStream(() -> zeros(size)))
                .build());

        assertThat(response.body()).isEqualTo("bytes: " + size);
    }

    @Test
    void does_not_read_ahead_of_a_slow_client() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("GET /api/v1/endless HTTP/1.1\nHost: x\nAuthorization: Bearer t\n\n");
            wire.readUntil("\r\n\r\n");

            var last = new AtomicLong(-1);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> last.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isPositive().isLessThan(64_000_000);
        }
    }

    @Test
    void gives_up_on_a_service_that_does_not_answer_in_time() {
        var response = edge.get("/api/v1/silent", "Authorization", "Bearer t");
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).contains("time-limit");

        var write = edge.send(edge.to("/api/v1/silent")
                .header("Authorization", "Bearer t")
                .POST(BodyPublishers.ofString("x"))
                .build());
        assertThat(write.statusCode()).isEqualTo(504);
    }

    @Test
    void lets_an_import_take_its_time_while_bytes_flow() throws Exception {
        try (var patient = Edge.start(Map.of("pmt.edge.limit.time", "PT3S")).with("api", api.address());
                var wire = new Wire(patient.url())) {
            wire.send(
                    "POST /api/v1/imports HTTP/1.1\nHost: x\nAuthorization: Bearer t\nConnection: close\nContent-Length: 4\n\n");
            for (var part = 0; part < 4; part++) {
                var before = System.nanoTime();
                Awaitility.await()
                        .until(() -> System.nanoTime() - before
                                > Duration.ofMillis(900).toNanos());
                wire.send("x");
            }
            assertThat(wire.readToEnd()).contains("HTTP/1.1 200", "bytes: 4");
        }
    }

    @Test
    void gives_up_on_an_import_in_which_nothing_flows() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("POST /api/v1/imports HTTP/1.1\nHost: x\nAuthorization: Bearer t\nContent-Length: 5\n\nx");
            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void gives_up_on_a_body_that_drips() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("POST /api/v1/projects HTTP/1.1\nHost: x\nAuthorization: Bearer t\nContent-Length: 900\n\n");
            Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> isClosedToDrops(wire));
            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 408").contains("body-too-slow", "connection: close");
        }
    }

    @Test
    void closes_connections_that_drip_the_body_of_a_refused_request() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("POST /api/v1/projects HTTP/1.1\nHost: x\nContent-Length: 900\n\n");
            Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> isClosedToDrops(wire));
        }
        assertThat(api.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 200000000", "Transfer-Encoding: chunked"})
    void refuses_200_megabytes_without_reading_them(String length) throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("POST /api/v1/projects HTTP/1.1\nHost: x\nAuthorization: Bearer t\n" + length + "\n\n");
            var pushed = push(wire);

            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 413").contains("content-too-large");
            assertThat(pushed).succeedsWithin(Duration.ofSeconds(30)).satisfies(this::isLittle);
        }
    }

    @Test
    void does_not_read_ahead_of_a_slow_service() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("""
                    POST /api/v1/imports/silent HTTP/1.1
                    Host: x
                    Authorization: Bearer t
                    Content-Length: 200000000

                    """);
            var pushed = push(wire);

            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 504");
            wire.close();
            assertThat(pushed).succeedsWithin(Duration.ofSeconds(30)).satisfies(this::isLittle);
        }
    }

    /** What lies in the system's socket buffers counts as sent too. */
    private void isLittle(long bytes) {
        assertThat(bytes).isLessThan(48_000_000);
    }

    /** Sends chunks until 200 MB are through or nobody takes them any more; answers how many bytes went out. */
    private static CompletableFuture<Long> push(Wire wire) {
        var chunk = "10000\n" + "x".repeat(CHUNK) + "\n";
        return CompletableFuture.supplyAsync(() -> {
            var bytes = 0L;
            try {
                for (; bytes < 200_000_000; bytes += CHUNK) {
                    wire.send(chunk);
                }
            } catch (IOException closed) {
                // that is what should happen
            }
            return bytes;
        });
    }

    @Test
    void closes_connections_that_drip_their_request_head() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("GET /api/v1/projects HTTP/1.1\nHost: x\n");
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> isClosedToDrops(wire));
        }
        assertThat(api.seen()).isEmpty();
    }

    private static boolean isClosedToDrops(Wire wire) {
        try {
            wire.send("X: y\n");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void closes_connections_that_keep_silent_after_an_answer() throws Exception {
        try (var wire = new Wire(edge.url())) {
            wire.send("GET /api/v1/projects HTTP/1.1\nHost: x\n\n");
            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void keeps_a_running_answer_open_beyond_both_limits() throws Exception {
        var response =
                edge.to("/api/v1/endless").header("Authorization", "Bearer t").build();
        try (var client = java.net.http.HttpClient.newHttpClient();
                var body = client.send(response, BodyHandlers.ofInputStream()).body()) {
            var until = System.nanoTime() + Duration.ofMillis(1_600).toNanos();
            while (System.nanoTime() < until) {
                assertThat(body.readNBytes(CHUNK)).hasSize(CHUNK);
            }
        }
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                var now = (int) Math.min(left, length);
                left -= now;
                return now == 0 ? -1 : now;
            }
        };
    }
}
