package dev.pmt.shared.web.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.pmt.shared.telemetry.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.service.annotation.GetExchange;

/** A port against a real server that is down, hangs, fails or talks nonsense. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PortsTest {

    private static final CallLimits SHORT = new CallLimits(Duration.ofMillis(200), 1, 3, Duration.ofMillis(100));
    private static final CallLimits LONG = new CallLimits(Duration.ofMinutes(5), 1, 3, Duration.ofMillis(100));

    private final Ports ports = new Ports(Tracing.none());
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile String behaviour = "well";
    private HttpServer server;

    interface Things {
        @GetExchange("/things")
        Thing thing();
    }

    record Thing(int number) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/things", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                var well = "{\"number\":7,\"more\":true}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                switch (behaviour) {
                    case "silent" -> silence.await();
                    case "breaks-off" -> {
                        exchange.sendResponseHeaders(200, well.length);
                        exchange.getResponseBody().write(well, 0, 5);
                        exchange.getResponseBody().flush();
                        silence.await();
                    }
                    case "fails" -> exchange.sendResponseHeaders(500, -1);
                    default -> {
                        var body = behaviour.equals("well") ? well : behaviour.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                        exchange.getResponseBody().write(body);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
        ports.close();
    }

    @Test
    void reads_only_the_fields_that_the_consumer_names() {
        assertThat(things(SHORT).thing()).isEqualTo(new Thing(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"silent", "breaks-off", "fails", "", "null", "[1]", "<html>", "{\"number\":\"many\"}", "{}"})
    void has_no_answer_in_time_when_the_other_side_is(String kind) {
        behaviour = kind;

        assertThatThrownBy(() -> things(SHORT).thing())
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith("other gave no useful answer: ")
                .message()
                .doesNotContain("many", "html", "127.0.0.1");
    }

    @Test
    void has_no_answer_when_nobody_listens() {
        var things = things(SHORT);
        server.stop(0);

        assertThatThrownBy(things::thing).hasMessage("other gave no useful answer: it cannot be reached in time");
    }

    @Test
    void asks_nobody_for_a_while_after_failures_and_then_tries_with_one_call() {
        behaviour = "fails";
        var things = things(new CallLimits(Duration.ofSeconds(20), 1, 3, Duration.ofSeconds(1)));
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(things::thing).hasMessageEndingWith("status 500");
        }
        assertThatThrownBy(things::thing)
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("other has not answered lately and is not asked for a while");
        assertThat(asked).hasValue(3);

        behaviour = "well";
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(things.thing()).isEqualTo(new Thing(7)));
        assertThat(asked).hasValue(4);
    }

    @Test
    void lets_no_more_callers_wait_than_it_should() {
        behaviour = "silent";
        var things = things(LONG);
        var first = CompletableFuture.runAsync(() -> assertThatThrownBy(things::thing));
        await().untilAsserted(() -> assertThat(asked).hasValue(1));

        assertThatThrownBy(things::thing)
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("other is being asked by as many as may ask at once");

        assertThat(asked).hasValue(1);
        silence.countDown();
        first.join();
    }

    @Test
    void asks_nobody_in_a_transaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> things(SHORT).thing())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Another service must not be asked in a transaction: other");
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void limits_are_these_unless_a_port_says_otherwise() {
        assertThat(CallLimits.of(Duration.ofSeconds(1), 4))
                .isEqualTo(new CallLimits(Duration.ofSeconds(1), 4, 5, Duration.ofSeconds(2)));
    }

    private Things things(CallLimits limits) {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return ports.open(Things.class, "other", limits, client -> client.baseUrl(address));
    }
}
