package dev.pmt.shared.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a trace as text, for example {@code 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01} (W3C Trace Context). */
public final class Traceparent {

    /** The header, and the attribute of a CloudEvent. */
    public static final String NAME = "traceparent";

    private static final TextMapGetter<String> TEXT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String text) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String text, String key) {
            return key.equals(NAME) ? text : null;
        }
    };

    private Traceparent() {}

    /** Writes where a span is; null when it is nowhere. */
    public static @Nullable String of(Span span) {
        return of(span.getSpanContext());
    }

    private static @Nullable String of(SpanContext place) {
        return place.isValid()
                ? "00-" + place.getTraceId() + "-" + place.getSpanId() + "-"
                        + place.getTraceFlags().asHex()
                : null;
    }

    /** Answers whether the trace's spans are kept. */
    public static boolean isKept(String text) {
        return Span.fromContext(context(text)).getSpanContext().isSampled();
    }

    /** Reads it; what is not sound is no place. */
    static Context context(@Nullable String text) {
        return text == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, TEXT);
    }
}
