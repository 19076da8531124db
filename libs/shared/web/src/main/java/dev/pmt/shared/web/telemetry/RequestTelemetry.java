package dev.pmt.shared.web.telemetry;

import dev.pmt.shared.telemetry.RequestTimes;
import dev.pmt.shared.telemetry.Traceparent;
import dev.pmt.shared.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Goes on with the edge's trace for each request, counts the request by its route, and ties its log lines to the trace. */
final class RequestTelemetry extends OncePerRequestFilter {

    private static final int FAILED = 500;

    private final Tracing tracing;
    private final RequestTimes times;

    RequestTelemetry(Tracing tracing, RequestTimes times) {
        this.tracing = tracing;
        this.times = times;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var span = tracing.goOn(request.getMethod(), SpanKind.SERVER, request.getHeader(Traceparent.NAME));
        var running = new Running(request, response, span, System.nanoTime());
        try (var scope = span.makeCurrent();
                var id = MDC.putCloseable("traceId", span.getSpanContext().getTraceId())) {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            running.end(FAILED);
            throw e;
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(running);
        } else {
            running.end(response.getStatus());
        }
    }

    /** A request until it is answered. */
    private final class Running implements AsyncListener {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final Span span;
        private final long started;

        Running(HttpServletRequest request, HttpServletResponse response, Span span, long started) {
            this.request = request;
            this.response = response;
            this.span = span;
            this.started = started;
        }

        void end(int status) {
            var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                    ? pattern
                    : "none";
            times.record(request.getMethod(), route, status, System.nanoTime() - started);
            if (span.isRecording()) {
                span.updateName(request.getMethod() + " " + route);
                span.setAttribute("http.request.method", request.getMethod());
                span.setAttribute("http.route", route);
                span.setAttribute("http.response.status_code", status);
                if (status >= FAILED) {
                    span.setStatus(StatusCode.ERROR);
                }
            }
            span.end();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // the container answers and completes
        }

        @Override
        public void onError(AsyncEvent event) {
            // the container answers and completes
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
