package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.contracts.SpanCollector;
import dev.pmt.shared.contracts.SpanCollector.Collected;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.TelemetrySettings;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HandlingTest {

    private static final String FIRST = "00-11111111111111111111111111111111-1111111111111111-01";
    private static final String SECOND = "00-22222222222222222222222222222222-2222222222222222-01";
    private static final String NOT_KEPT = "00-33333333333333333333333333333333-3333333333333333-00";

    private final SpanCollector collector = SpanCollector.start();
    private final Telemetry telemetry = Telemetry.start(TelemetrySettings.of(
            "sample", Map.of("pmt.otlp.url", collector.address().toString())::get));

    private static Event event(String trace) {
        return new Event(UUID.randomUUID(), "a", UUID.randomUUID(), 1, 1, Instant.now(), null, "{}", trace);
    }

    private void handle(Consumer<List<Event>> handler, Event... events) {
        new Handling(new Listener(handler), telemetry, Clock.systemUTC()).handle(List.of(events));
    }

    private List<Collected> spans() {
        telemetry.close();
        collector.close();
        return collector.spans();
    }

    @Test
    void a_batch_is_a_part_of_each_trace_that_led_to_it_and_goes_on_from_there() {
        var handled = new ArrayList<Event>();

        handle(handled::addAll, event(FIRST), event(NOT_KEPT), event(SECOND), event(FIRST), event(null));

        var spans = spans();
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.name()).isEqualTo("process listener"))
                .extracting(Collected::parent)
                .containsExactlyInAnyOrder("1111111111111111", "2222222222222222");
        var first = spans.stream()
                .filter(span -> span.parent().startsWith("1"))
                .findFirst()
                .orElseThrow();
        var place = "00-" + first.trace() + "-" + first.id() + "-01";
        assertThat(handled.getFirst().trace()).isEqualTo(place);
        assertThat(handled.get(3).trace()).isEqualTo(place);
        assertThat(handled.get(1).trace()).isEqualTo(NOT_KEPT);
        assertThat(handled.get(4).trace()).isNull();
    }

    @Test
    void what_the_handler_of_one_trace_does_belongs_to_it() {
        var seen = new ArrayList<String>();

        handle(events -> seen.add(Span.current().getSpanContext().getTraceId()), event(FIRST));
        handle(events -> seen.add(Span.current().getSpanContext().getTraceId()), event(FIRST), event(SECOND));

        assertThat(seen).containsExactly("1".repeat(32), "0".repeat(32));
    }

    @Test
    void a_handler_that_fails_is_shown() {
        assertThatThrownBy(() -> handle(
                        events -> {
                            throw new IllegalStateException("no");
                        },
                        event(FIRST)))
                .hasMessage("no");

        assertThat(spans()).singleElement().returns(true, Collected::failed);
    }

    private record Listener(Consumer<List<Event>> handler) implements EventConsumer {

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public String producer() {
            return "elsewhere";
        }

        @Override
        public Set<String> types() {
            return Set.of("a");
        }

        @Override
        public void forget(long after) {}

        @Override
        public void handle(List<Event> events) {
            handler.accept(events);
        }
    }
}
