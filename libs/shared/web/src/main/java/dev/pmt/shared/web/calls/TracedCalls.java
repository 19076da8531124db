package dev.pmt.shared.web.calls;

import dev.pmt.shared.telemetry.Traceparent;
import dev.pmt.shared.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Makes a call part of the trace of whoever waits for it; what nobody waits for has no trace. */
record TracedCalls(Tracing tracing, String service) implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!Span.current().getSpanContext().isValid()) {
            return execution.execute(request, body);
        }
        var span = tracing.part(request.getMethod() + " " + service, SpanKind.CLIENT);
        request.getHeaders().set(Traceparent.NAME, Traceparent.of(span));
        try (var scope = span.makeCurrent()) {
            var answer = execution.execute(request, body);
            span.setAttribute(
                    "http.response.status_code", answer.getStatusCode().value());
            return answer;
        } catch (IOException | RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }
}
