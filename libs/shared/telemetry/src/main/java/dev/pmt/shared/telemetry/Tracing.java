package dev.pmt.shared.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Begins spans of one service; whoever begins one ends it. Safe for many threads. */
public final class Tracing {

    private final Tracer tracer;

    Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Makes one that gives no ids and keeps nothing. */
    public static Tracing none() {
        return new Tracing(TracerProvider.noop().get(""));
    }

    /** Begins a trace, whatever the thread is doing. */
    public Span begin(String name, SpanKind kind) {
        return start(name, kind, Context.root());
    }

    /** Goes on with the trace that a {@code traceparent} names; without a sound one, begins a trace. */
    public Span goOn(String name, SpanKind kind, @Nullable String traceparent) {
        return start(name, kind, Traceparent.context(traceparent));
    }

    /** Begins a part of what this thread is doing. */
    public Span part(String name, SpanKind kind) {
        return start(name, kind, Context.current());
    }

    private Span start(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }
}
