package dev.pmt.shared.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far behind each consumer is, for whoever scrapes. It is looked up beside the scrape, which gets what was known last:
 * a producer that is away delays nobody.
 */
final class LagFigures {

    private static final Logger log = LoggerFactory.getLogger(LagFigures.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final EventStatus status;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Map<String, ConsumerStatus> known = Map.of();
    private volatile Instant lookedAt = Instant.MIN;

    LagFigures(EventStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    /** Gives a consumer's figures to a registry. */
    void of(EventConsumer consumer, MeterRegistry meters) {
        gauge("pmt.event.behind", "Events that it has not read", consumer, ConsumerStatus::lag)
                .register(meters);
        gauge("pmt.event.waiting", "Age of the oldest event that it has not read", consumer, this::age)
                .baseUnit("seconds")
                .register(meters);
        gauge(
                        "pmt.event.held",
                        "Events that it could not handle yet, and later ones of their subjects",
                        consumer,
                        found -> found.deadLetters().all())
                .register(meters);
        gauge(
                        "pmt.event.parked",
                        "Events that failed too often, and wait for a person",
                        consumer,
                        found -> found.deadLetters().parked())
                .register(meters);
    }

    private Gauge.Builder<?> gauge(
            String name, String what, EventConsumer consumer, Function<ConsumerStatus, @Nullable Number> figure) {
        return Gauge.builder(name, () -> value(consumer.name(), figure))
                .description(what)
                .tag("consumer", consumer.name())
                .tag("producer", consumer.producer());
    }

    private @Nullable Number value(String consumer, Function<ConsumerStatus, @Nullable Number> figure) {
        look();
        var found = known.get(consumer);
        return found == null ? null : figure.apply(found);
    }

    private @Nullable Number age(ConsumerStatus found) {
        var since = found.waitingSince();
        if (since == null) {
            return found.lag() == null ? null : 0;
        }
        return Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }

    private void look() {
        if (lookedAt.plus(FRESH).isBefore(clock.instant()) && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("event-lag").start(this::lookUp);
        }
    }

    private void lookUp() {
        try {
            known = status.consumers().stream().collect(Collectors.toMap(ConsumerStatus::name, found -> found));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            known = Map.of();
            log.debug("How far consumers are is not known", e);
        } finally {
            lookedAt = clock.instant();
            looking.set(false);
        }
    }
}
