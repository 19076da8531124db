package dev.pmt.shared.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.contracts.SpanCollector;
import dev.pmt.shared.contracts.SpanCollector.Collected;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestTokens;
import dev.pmt.shared.web.SpringService;
import dev.pmt.shared.web.sample.SampleApplication;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTelemetryTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final TestTokens TOKENS = new TestTokens();
    private static final SpanCollector COLLECTOR = SpanCollector.start();
    private static final SimpleMeterRegistry FIGURES = new SimpleMeterRegistry();
    private static RunningService service;

    @BeforeAll
    static void start() {
        Metrics.addRegistry(FIGURES);
        var settings = new HashMap<>(TOKENS.settings());
        settings.put("pmt.otlp.url", COLLECTOR.address().toString());
        service = new Traced().start(new ServiceSettings(settings));
        // the first token needs the keys, for which a request waits only so long
        await().atMost(Duration.ofMinutes(1)).until(() -> send("/open", UUID.randomUUID()) != 503);
    }

    @AfterAll
    static void stop() {
        service.close();
        Metrics.removeRegistry(FIGURES);
        TOKENS.close();
        COLLECTOR.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/later/7, /later/{id}, 200",
        "/open, /open, 200",
        "/bug, /bug, 500",
        "/nowhere, /**, 404",
        "/me?secret=1, none, 401"
    })
    void each_request_is_a_part_of_the_edges_trace_and_counts_by_its_route(String path, String route, int status)
            throws Exception {
        var id = UUID.randomUUID();
        var trace = trace(id);
        var before = count(route, status);

        assertThat(send(path, id)).isEqualTo(status);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(COLLECTOR.spans())
                        .filteredOn(span ->
                                span.trace().equals(trace) && span.kind().equals("SERVER"))
                        .singleElement()
                        .returns("00f067aa0ba902b7", Collected::parent)
                        .returns("GET " + route, Collected::name)
                        .returns(status >= 500, Collected::failed)
                        .satisfies(span -> assertThat(span.attributes())
                                .containsEntry("http.response.status_code", Integer.toString(status))
                                .containsEntry("http.route", route))
                        .satisfies(span -> assertThat(span.toString()).doesNotContain("secret")));
        assertThat(count(route, status)).isEqualTo(before + 1);
    }

    /** Asks for a path as a member, but where who asks is asked for; returns the answer's status. */
    private static int send(String path, UUID trace) throws Exception {
        var request = HttpRequest.newBuilder(service.address().resolve(path))
                .header("traceparent", "00-" + trace(trace) + "-00f067aa0ba902b7-01");
        if (!path.startsWith("/me")) {
            request.header("Authorization", "Bearer " + TOKENS.token(UUID.randomUUID(), "member"));
        }
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String trace(UUID id) {
        return id.toString().replace("-", "");
    }

    private static long count(String route, int status) {
        var timer = FIGURES.find("http.server.request.duration")
                .tag("service", "sample")
                .tag("http.route", route)
                .tag("http.response.status_code", Integer.toString(status))
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private static final class Traced extends SpringService {
        Traced() {
            super("sample", SampleApplication.class);
        }
    }
}
