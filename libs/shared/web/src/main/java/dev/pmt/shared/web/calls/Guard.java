package dev.pmt.shared.web.calls;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

/** Stands before the calls of one port: so many at once, none while they rest, none in the middle of a write. */
final class Guard {

    private static final Logger log = LoggerFactory.getLogger(Guard.class);
    private static final float ALL = 100;

    private final String service;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;

    Guard(String service, CallLimits limits) {
        this.service = service;
        bulkhead = Bulkhead.of(
                service,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        breaker = CircuitBreaker.of(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(limits.failures())
                        .minimumNumberOfCalls(limits.failures())
                        .failureRateThreshold(ALL)
                        .waitDurationInOpenState(limits.rest())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> log.info(
                        "calls to {}: {}", service, event.getStateTransition().getToState()));
    }

    /** Makes the call. @throws NoAnswerException whatever is wrong with the other side */
    <T> T call(Supplier<T> exchange) {
        Transactions.refuse(service);
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(exchange));
        } catch (BulkheadFullException e) {
            throw new NoAnswerException(service + " is being asked by as many as may ask at once", e);
        } catch (CallNotPermittedException e) {
            throw new NoAnswerException(service + " has not answered lately and is not asked for a while", e);
        } catch (RuntimeException e) {
            throw new NoAnswerException(service + " gave no useful answer: " + reason(e), e);
        }
    }

    /** Says it without what the other side wrote, which may be anybody's data. */
    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case RestClientResponseException answered ->
                "status " + answered.getStatusCode().value();
            case ResourceAccessException unreached -> "it cannot be reached in time";
            default -> "it is not what was asked for";
        };
    }
}
