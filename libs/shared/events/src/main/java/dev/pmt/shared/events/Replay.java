package dev.pmt.shared.events;

import dev.pmt.shared.web.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Rebuilds what a consumer made of events: it begins again with the oldest event that is kept, or with a snapshot. */
final class Replay {

    private final EventStatus status;
    private final ConsumerLock lock;
    private final EventFeed own;
    private final Function<String, Optional<Consumption>> consumptions;

    /** Makes it from the service's own feed and what runs its consumers in this process, by name. */
    Replay(EventStatus status, ConsumerLock lock, EventFeed own, Function<String, Optional<Consumption>> consumptions) {
        this.status = status;
        this.lock = lock;
        this.own = own;
        this.consumptions = consumptions;
    }

    /** Sets the consumer back, with all that it made of the events that it gets again. @throws ProblemException 404, 409, 503 */
    void start(String consumer) throws InterruptedException {
        lock.require(consumer);
        var consumption = consumptions
                .apply(consumer)
                .orElseThrow(() -> refusal(
                        "consumer-not-running",
                        "No code of this service handles the events of consumer " + consumer + "."));
        @Nullable Long after = consumption.startsFromSnapshot() ? null : Long.valueOf(before(consumption.feed()));
        lock.with(consumer, state -> {
            consumption.startOver(after);
            return consumer;
        });
    }

    /** Returns the position before the oldest event that a feed gives. @throws ProblemException 409 when that is not known */
    long before(EventFeed feed) throws InterruptedException {
        if (feed.equals(own)) {
            var log = status.log();
            var oldest = log.oldest();
            return oldest == null ? log.head() : oldest - 1;
        }
        try {
            feed.read(0, 1, Duration.ZERO);
            return 0L;
        } catch (EventsGoneException e) {
            throw refusal("events-gone", "The log it reads no longer begins at its beginning: " + e.getMessage() + ".");
        } catch (FeedException e) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "producer-unavailable",
                    "The service whose log it reads does not answer; nothing was changed.");
        }
    }

    private static ProblemException refusal(String code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }
}
