package dev.pmt.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.contracts.SpanCollector;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    private static Telemetry telemetry(String... settings) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return Telemetry.start(TelemetrySettings.of("sample", values::get));
    }

    @Test
    void spans_reach_the_collector_with_their_service_parents_and_credentials() {
        try (var collector = SpanCollector.start()) {
            var telemetry = telemetry(
                    "pmt.otlp.url", collector.address().toString(), "pmt.otlp.authorization", "Bearer collector-key");
            var tracing = telemetry.tracing();
            var whole = tracing.begin("whole", SpanKind.SERVER);
            try (var scope = whole.makeCurrent()) {
                tracing.part("part", SpanKind.CLIENT)
                        .setStatus(StatusCode.ERROR)
                        .end();
            }
            whole.end();
            tracing.goOn("elsewhere", SpanKind.CONSUMER, Traceparent.of(whole)).end();
            telemetry.close();

            // closing waits for the sending, but only so long; a busy collector is still reading then
            await().atMost(Duration.ofMinutes(1)).until(() -> collector.spans().size() == 3);
            assertThat(collector.credentials()).containsOnly("Bearer collector-key");
            var found = collector.spans().stream()
                    .filter(span -> span.name().equals("whole"))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.service()).isEqualTo("sample");
            assertThat(collector.under(found, span -> span.name().equals("part") && span.failed()))
                    .isPresent();
            assertThat(collector.under(found, span -> span.name().equals("elsewhere")))
                    .isPresent();
        }
    }

    @Test
    void without_a_collector_there_are_ids_for_log_lines_but_nothing_is_kept() {
        try (var telemetry = telemetry()) {
            var span = telemetry.tracing().begin("x", SpanKind.SERVER);

            assertThat(span.isRecording()).isFalse();
            assertThat(Traceparent.of(span)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[02]");
            var next = telemetry.tracing().goOn("y", SpanKind.SERVER, Traceparent.of(span));
            assertThat(next.getSpanContext().getTraceId())
                    .isEqualTo(span.getSpanContext().getTraceId());
            assertThat(Traceparent.isKept(Traceparent.of(next))).isFalse();
        }
    }

    @Test
    void a_place_that_is_not_sound_begins_a_trace() {
        try (var telemetry = telemetry()) {
            for (var broken : new String[] {null, "", "00-1", "00-" + "0".repeat(32) + "-" + "1".repeat(16) + "-01"}) {
                assertThat(telemetry
                                .tracing()
                                .goOn("x", SpanKind.SERVER, broken)
                                .getSpanContext()
                                .isValid())
                        .as(broken)
                        .isTrue();
            }
        }
        assertThat(Traceparent.isKept("00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-01"))
                .isTrue();
        assertThat(Traceparent.isKept("nonsense")).isFalse();
        assertThat(Traceparent.of(Tracing.none().begin("x", SpanKind.SERVER))).isNull();
    }

    @Test
    void figures_carry_the_service_and_go_when_it_goes() {
        var figures = new SimpleMeterRegistry();
        Metrics.addRegistry(figures);
        var telemetry = telemetry();
        telemetry.meters().counter("sample.counted").increment();

        assertThat(figures.find("sample.counted").tag("service", "sample").counter())
                .isNotNull();
        telemetry.close();
        assertThat(figures.find("sample.counted").counter()).isNull();
        Metrics.removeRegistry(figures);
    }
}
