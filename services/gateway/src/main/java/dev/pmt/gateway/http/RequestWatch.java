package dev.pmt.gateway.http;

import dev.pmt.shared.telemetry.RequestTimes;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.Traceparent;
import dev.pmt.shared.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/** Follows requests from head to end: as the first span of a trace, in the figures of their route, as a line of the log. */
public final class RequestWatch {

    /** What a client says of traces does not count: anybody could fill the collector, or hide in another's trace. */
    private static final List<CharSequence> UNTRUSTED = List.of(
            HttpHeaders.createOptimized(Traceparent.NAME),
            HttpHeaders.createOptimized("tracestate"),
            HttpHeaders.createOptimized("baggage"));

    private static final int FAILED = 500;

    private final Tracing tracing;
    private final RequestTimes times;
    private final UnaryOperator<String> routeOf;

    /** Makes it; {@code routeOf} names the route that a path belongs to. */
    public RequestWatch(Telemetry telemetry, UnaryOperator<String> routeOf) {
        tracing = telemetry.tracing();
        times = new RequestTimes(telemetry.meters());
        this.routeOf = routeOf;
    }

    /** Begins the request's trace, on which a service goes on. */
    Followed begin(HttpServerRequest request) {
        var span = tracing.begin(request.method().name(), SpanKind.SERVER);
        UNTRUSTED.forEach(request.headers()::remove);
        var place = Traceparent.of(span);
        if (place != null) {
            request.headers().set(Traceparent.NAME, place);
        }
        return new Followed(request, span, System.nanoTime());
    }

    /** A request until its end. */
    final class Followed {

        private final HttpServerRequest request;
        private final Span span;
        private final long started;

        private Followed(HttpServerRequest request, Span span, long started) {
            this.request = request;
            this.span = span;
            this.started = started;
        }

        void end(boolean complete) {
            var nanos = System.nanoTime() - started;
            var method = request.method().name();
            var status = request.response().getStatusCode();
            var path = RequestTarget.path(request.uri());
            var route = routeOf.apply(path);
            times.record(method, route, status, nanos);
            if (span.isRecording()) {
                span.updateName(method + " " + route);
                span.setAttribute("http.request.method", method);
                span.setAttribute("http.route", route);
                span.setAttribute("url.path", AccessLog.withoutSecrets(path));
                span.setAttribute("http.response.status_code", status);
                if (status >= FAILED) {
                    span.setStatus(StatusCode.ERROR);
                }
            }
            span.end();
            AccessLog.write(request, nanos, complete, span.getSpanContext().getTraceId());
        }
    }
}
