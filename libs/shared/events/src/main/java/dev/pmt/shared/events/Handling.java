package dev.pmt.shared.events;

import dev.pmt.shared.telemetry.Buckets;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.Traceparent;
import dev.pmt.shared.telemetry.Tracing;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives events to a consumer, and shows it: as a span in every trace that led to one of them, and as the time since each
 * became true.
 */
final class Handling {

    private static final Duration[] BUCKETS =
            Buckets.millis(5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 10_000, 60_000, 600_000);

    private final EventConsumer consumer;
    private final Tracing tracing;
    private final Timer delays;
    private final Clock clock;

    Handling(EventConsumer consumer, Telemetry telemetry, Clock clock) {
        this.consumer = consumer;
        this.tracing = telemetry.tracing();
        this.clock = clock;
        delays = Timer.builder("pmt.event.delay")
                .description("Events handled, and how long after they became true")
                .tag("consumer", consumer.name())
                .tag("producer", consumer.producer())
                .serviceLevelObjectives(BUCKETS)
                .register(telemetry.meters());
    }

    void handle(List<Event> events) {
        var spans = new HashMap<String, Span>();
        var placed = events.stream().map(event -> event.at(place(event, spans))).toList();
        try {
            handle(placed, spans);
        } catch (RuntimeException e) {
            spans.values().forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            spans.values().forEach(Span::end);
        }
        var now = clock.instant();
        events.forEach(event -> delays.record(Duration.between(event.time(), now)));
    }

    /** What a handler of one trace's events does belongs to that trace; for a batch of several nobody can say. */
    private void handle(List<Event> events, Map<String, Span> spans) {
        if (spans.size() == 1) {
            try (var scope = spans.values().iterator().next().makeCurrent()) {
                consumer.handle(events);
            }
        } else {
            consumer.handle(events);
        }
    }

    private @Nullable String place(Event event, Map<String, Span> spans) {
        var trace = event.trace();
        return trace == null || !Traceparent.isKept(trace)
                ? trace
                : Traceparent.of(spans.computeIfAbsent(
                        trace, place -> tracing.goOn("process " + consumer.name(), SpanKind.CONSUMER, place)));
    }
}
