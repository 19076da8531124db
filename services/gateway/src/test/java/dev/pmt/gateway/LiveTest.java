package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.sun.net.httpserver.HttpExchange;
import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.LogLines;
import dev.pmt.gateway.fixtures.Wire;
import dev.pmt.shared.service.Service;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Edge edge = Edge.start(Map.of());
    private final Backend web = Backend.answering(this::answer);

    LiveTest() {
        edge.with("web", web.address());
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        edge.close();
        web.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/slow")) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Backend.text(exchange, 200, "web");
    }

    @Test
    void is_found_as_a_service() {
        assertThat(ServiceLoader.load(Service.class)).extracting(Service::name).containsExactly("gateway");
        assertThat(edge.gateway().address())
                .hasToString("http://127.0.0.1:" + edge.url().getPort());
    }

    @Test
    void changes_an_address_under_load_without_a_failed_request() {
        var loading = new AtomicBoolean(true);
        try (var other = Backend.named("other");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = new ArrayList<CompletableFuture<List<Integer>>>();
            for (var worker = 0; worker < 8; worker++) {
                workers.add(CompletableFuture.supplyAsync(() -> load(loading), threads));
            }
            for (var change = 0; change < 20; change++) {
                var seen = web.seen().size() + other.seen().size();
                edge.with("web", change % 2 == 0 ? other.address() : web.address());
                Awaitility.await().until(() -> web.seen().size() + other.seen().size() > seen + 10);
            }
            loading.set(false);

            assertThat(workers)
                    .allSatisfy(worker -> assertThat(worker.join()).isNotEmpty().containsOnly(200));
            assertThat(other.seen()).isNotEmpty();
        }
    }

    private List<Integer> load(AtomicBoolean loading) {
        var statuses = new ArrayList<Integer>();
        while (loading.get()) {
            statuses.add(edge.get("/").statusCode());
        }
        return statuses;
    }

    @Test
    void lets_a_running_request_end_when_it_closes() throws Exception {
        var slow = CompletableFuture.supplyAsync(() -> edge.get("/slow"));
        begun.await();
        var closing = CompletableFuture.runAsync(edge.gateway()::close);
        Awaitility.await().until(() -> !accepts());
        goOn.countDown();

        assertThat(slow)
                .succeedsWithin(Duration.ofSeconds(30))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(200);
        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
    }

    private boolean accepts() {
        try (var wire = new Wire(edge.url())) {
            return wire.input() != null;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void makes_browsers_strict_on_every_answer() throws IOException {
        var answers = List.of(edge.get("/"), edge.get("/session"), edge.get("/api/v1/x"), edge.get("/internal/x"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().allValues("content-security-policy"))
                    .containsExactly(
                            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; "
                                    + "connect-src 'self' ws://localhost:"
                                    + edge.url().getPort()
                                    + "; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
            assertThat(answer.headers().map())
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("referrer-policy", List.of("same-origin"))
                    .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                    .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                    .containsKeys("permissions-policy", "cache-control")
                    .doesNotContainKey("strict-transport-security");
        });
    }

    @Test
    void uses_every_event_loop() {
        try (var lines = LogLines.of("pmt.access")) {
            for (var connection = 0; connection < 8; connection++) {
                try (var client = java.net.http.HttpClient.newHttpClient()) {
                    client.send(edge.to("/").build(), HttpResponse.BodyHandlers.ofString());
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            }

            Awaitility.await().until(() -> lines.events().size() >= 8);
            assertThat(lines.events().stream().map(ILoggingEvent::getThreadName).distinct())
                    .hasSize(2);
        }
    }

    @Test
    void logs_each_request_without_its_secrets() {
        try (var lines = LogLines.of("pmt.access")) {
            edge.get(
                    "/auth/link/one-time-secret?token=secret-too",
                    "Cookie",
                    "pmt_session=secret",
                    "Authorization",
                    "Bearer s3");
            edge.get("/projects?q=secret");

            Awaitility.await().until(() -> lines.events().size() >= 2);
            assertThat(lines.events())
                    .extracting(event -> event.getKeyValuePairs().toString())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .contains(
                                            "method=\"GET\"",
                                            "path=\"/auth/link/…\"",
                                            "status=\"503\"",
                                            "complete=\"true\"")
                                    .doesNotContain("secret", "s3"),
                            line -> assertThat(line)
                                    .contains("path=\"/projects\"", "status=\"200\"")
                                    .doesNotContain("secret"));
        }
    }
}
