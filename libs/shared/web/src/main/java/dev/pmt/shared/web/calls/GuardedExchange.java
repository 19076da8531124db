package dev.pmt.shared.web.calls;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Has the guard before every exchange of a port, the reading of the answer included; nothing is no answer. */
final class GuardedExchange extends HttpExchangeAdapterDecorator {

    private final Guard guard;

    GuardedExchange(HttpExchangeAdapter adapter, Guard guard) {
        super(adapter);
        this.guard = guard;
    }

    @Override
    public void exchange(HttpRequestValues request) {
        guard.call(() -> {
            super.exchange(request);
            return true;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues request) {
        return guard.call(() -> super.exchangeForHeaders(request));
    }

    @Override
    public <T> T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return guard.call(() -> given(super.exchangeForBody(request, type)));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues request) {
        return guard.call(() -> super.exchangeForBodilessEntity(request));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return guard.call(() -> super.exchangeForEntity(request, type));
    }

    private static <T> T given(@Nullable T body) {
        if (body == null) {
            throw new IllegalStateException("the answer is empty");
        }
        return body;
    }
}
