package dev.pmt.shared.events;

import dev.pmt.shared.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpStatus;

/**
 * What an administrator sees of a service's events and does about them. Every deed happens between two batches of the
 * consumer, wakes it, and is logged with who did it.
 */
final class EventOperations {

    private static final Logger log = LoggerFactory.getLogger(EventOperations.class);

    private final EventStatus status;
    private final ConsumerLock lock;
    private final DeadLetterDesk desk;
    private final Replay replay;
    private final EventFeed own;
    private final Function<String, DeadLetters> deadLetters;
    private final Consumer<String> wake;

    EventOperations(
            EventStatus status,
            ConsumerLock lock,
            DeadLetterDesk desk,
            Replay replay,
            EventFeed own,
            Function<String, DeadLetters> deadLetters,
            Consumer<String> wake) {
        this.status = status;
        this.lock = lock;
        this.desk = desk;
        this.replay = replay;
        this.own = own;
        this.deadLetters = deadLetters;
        this.wake = wake;
    }

    LogState log() {
        return status.log();
    }

    /** Returns events after a position, from the oldest on that is kept; waits for one when there is none. */
    List<Event> read(long after, int limit, Duration wait) throws InterruptedException {
        try {
            return own.read(after, limit, wait);
        } catch (EventsGoneException e) {
            return own.read(replay.before(own), limit, wait);
        }
    }

    List<ConsumerStatus> consumers() throws InterruptedException {
        return status.consumers();
    }

    /** Lists dead letters in order of positions, from the one after {@code after}. */
    List<DeadLetter> deadLetters(String consumer, long after, int limit) {
        lock.require(consumer);
        return desk.list(consumer, after, limit);
    }

    /** Stops a consumer: when this returns, it takes nothing any more, in no process. */
    ConsumerStatus pause(String consumer, UUID actor) throws InterruptedException {
        return switchTo(consumer, true, actor);
    }

    ConsumerStatus resume(String consumer, UUID actor) throws InterruptedException {
        return switchTo(consumer, false, actor);
    }

    /** Tries all events at once that failed; those that were parked are tried once. */
    ConsumerStatus retryAll(String consumer, UUID actor) throws InterruptedException {
        int events = lock.with(consumer, state -> desk.retryAll(consumer));
        note(Level.INFO, consumer, actor).addKeyValue("events", events).log("Dead letters are tried again");
        return after(consumer);
    }

    /** Tries one event at once that failed; if it was parked, once. */
    ConsumerStatus retry(String consumer, UUID event, UUID actor) throws InterruptedException {
        var letter = lock.with(consumer, state -> desk.retry(consumer, event));
        note(Level.INFO, consumer, actor).addKeyValue("event", letter.id()).log("A dead letter is tried again");
        return after(consumer);
    }

    /** Gives up one event that failed: it never takes effect, and the subject's next one goes on. */
    ConsumerStatus skip(String consumer, UUID event, UUID actor) throws InterruptedException {
        var letter = lock.with(consumer, state -> {
            var failed = desk.failed(consumer, event);
            state.take(Set.of(event));
            deadLetters.apply(consumer).remove(event, failed.subject());
            return failed;
        });
        note(Level.WARN, consumer, actor)
                .addKeyValue("event", letter.id())
                .addKeyValue("type", letter.type())
                .addKeyValue("subject", letter.subject())
                .addKeyValue("position", letter.position())
                .log("A dead letter is skipped: it takes no effect here");
        return after(consumer);
    }

    /** Rebuilds what the consumer keeps from the events that are still there, or from a snapshot. */
    ConsumerStatus replay(String consumer, UUID actor) throws InterruptedException {
        replay.start(consumer);
        note(Level.WARN, consumer, actor).log("A consumer is replayed");
        return after(consumer);
    }

    private ConsumerStatus switchTo(String consumer, boolean paused, UUID actor) throws InterruptedException {
        lock.with(consumer, state -> state.pause(paused));
        note(Level.INFO, consumer, actor).log(paused ? "A consumer is paused" : "A consumer is resumed");
        return after(consumer);
    }

    private ConsumerStatus after(String consumer) throws InterruptedException {
        wake.accept(consumer);
        return status.consumer(consumer)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "consumer-not-found", "This service has no consumer with this name."));
    }

    private static LoggingEventBuilder note(Level level, String consumer, UUID actor) {
        return log.atLevel(level).addKeyValue("consumer", consumer).addKeyValue("actor", actor);
    }
}
