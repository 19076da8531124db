package dev.pmt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HttpLoadTest {

    @Test
    void counts_what_the_server_answered_fixed_and_chunked_good_and_bad() throws Exception {
        var answered = new AtomicLong();
        var refused = new AtomicLong();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var number = Integer.parseInt(exchange.getRequestURI().getQuery());
            var status = number % 5 == 0 ? 503 : 200;
            (status == 200 ? answered : refused).incrementAndGet();
            exchange.sendResponseHeaders(status, number % 2 == 0 ? 5 : 0);
            try (var body = exchange.getResponseBody()) {
                body.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        server.start();

        var result = HttpLoad.run(
                server.getAddress().getPort(),
                2,
                Duration.ofMillis(500),
                n -> HttpLoad.request(
                        n % 3 == 0 ? "POST" : "GET", "/?" + n, "t", "text/plain", n % 3 == 0 ? "body" : ""));
        server.stop(0);

        assertThat(result.requests()).isPositive().isEqualTo(answered.get());
        assertThat(result.failed()).isEqualTo(refused.get());
        assertThat(result.micros()).isSorted().hasSize((int) result.requests());
    }
}
