package dev.pmt.shared.events;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one consumer read its producer's log: a batch in one transaction with the position and the inbox. When the batch
 * fails, event by event: the one that fails is held back, with the later ones of its subject; the others go on.
 */
final class Consumption {

    private static final Logger log = LoggerFactory.getLogger(Consumption.class);

    private final EventConsumer consumer;
    private final Handling handling;
    private final EventFeed feed;
    private final ConsumerState state;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transaction;
    private final EventSettings settings;
    private final Semaphore bell = new Semaphore(0);
    private boolean known;

    Consumption(
            EventConsumer consumer,
            Handling handling,
            EventFeed feed,
            ConsumerState state,
            DeadLetters deadLetters,
            TransactionTemplate transaction,
            EventSettings settings) {
        this.consumer = consumer;
        this.handling = handling;
        this.feed = feed;
        this.state = state;
        this.deadLetters = deadLetters;
        this.transaction = transaction;
        this.settings = settings;
    }

    String name() {
        return consumer.name();
    }

    EventFeed feed() {
        return feed;
    }

    boolean startsFromSnapshot() {
        return consumer.startsFromSnapshot();
    }

    /** Begins again after a position, in the caller's transaction, which holds the consumer's lock; null for a snapshot. */
    void startOver(@Nullable Long after) {
        if (after == null) {
            state.rewind(null);
        } else {
            forget(after);
        }
    }

    /** Ends the waiting under way: something else than new events is to be looked at. */
    void wake() {
        bell.release();
        feed.wake();
    }

    /** Takes what is there, or waits for it a short while. */
    void round() throws InterruptedException {
        if (!known) {
            state.create(consumer.producer(), consumer.startsFromSnapshot() ? null : 0L);
            known = true;
        }
        var place = state.look();
        if (place.paused()) {
            if (bell.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
            return;
        }
        retry();
        var position = place.position();
        if (position == null) {
            startFromSnapshot();
            return;
        }
        try {
            var events = feed.read(position, settings.batch(), settings.poll());
            if (!events.isEmpty()) {
                take(position, events);
            }
        } catch (EventsGoneException e) {
            if (!consumer.startsFromSnapshot()) {
                throw e;
            }
            log.warn("{} starts from a snapshot: {}", consumer.name(), e.getMessage());
            locked(position, () -> state.rewind(null));
        }
    }

    /** Forgets what it made of events, and takes the producer's present state instead. */
    private void startFromSnapshot() throws InterruptedException {
        feed.head(); // whether the producer can be reached is found out before anything is forgotten
        locked(null, () -> {
            forget(0);
            var place = snapshot();
            state.take(place.included());
            state.advance(place.position());
        });
    }

    private SnapshotPlace snapshot() {
        try {
            return feed.snapshot(states -> {
                var wanted = wanted(states);
                if (!wanted.isEmpty()) {
                    consumer.handle(wanted);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedException("The snapshot of " + consumer.producer() + " was interrupted", e);
        }
    }

    private void forget(long after) {
        consumer.forget(after);
        deadLetters.forget(after);
        state.rewind(after);
    }

    private void take(long after, List<Event> events) {
        if (events.getFirst().position() != after + 1) {
            throw new IllegalStateException(
                    "The feed of " + consumer.producer() + " must go on with event " + (after + 1) + " for consumer "
                            + consumer.name() + ": " + events.getFirst().position());
        }
        try {
            inOneTransaction(after, events);
        } catch (RuntimeException e) {
            log.debug("A batch of {} failed; its events are taken one by one", consumer.name(), e);
            var position = after;
            for (var event : events) {
                takeAlone(position, event);
                position = event.position();
            }
        }
    }

    private void takeAlone(long after, Event event) {
        try {
            inOneTransaction(after, List.of(event));
        } catch (RuntimeException e) {
            if (wanted(List.of(event)).isEmpty()) {
                throw e; // not the event's fault: it was never handled
            }
            log.warn("{} could not handle event {} of type {}", consumer.name(), event.id(), event.type(), e);
            locked(after, () -> {
                hold(event, e);
                state.advance(event.position());
            });
        }
    }

    /** Keeps it behind an earlier one of its subject, if one is held: it may have failed for a reason that they share. */
    private void hold(Event event, RuntimeException failure) {
        if (state.held().contains(event.subject())) {
            deadLetters.hold(event);
        } else {
            deadLetters.hold(event, failure);
        }
    }

    private void inOneTransaction(long after, List<Event> events) {
        locked(after, () -> {
            var held = state.held();
            var wanted =
                    wanted(events).stream().collect(Collectors.partitioningBy(event -> held.contains(event.subject())));
            wanted.getOrDefault(true, List.of()).forEach(deadLetters::hold);
            handleFresh(wanted.getOrDefault(false, List.of()));
            state.advance(events.getLast().position());
        });
    }

    private List<Event> wanted(List<Event> events) {
        return events.stream()
                .filter(event -> consumer.types().contains(event.type()))
                .toList();
    }

    private void handleFresh(List<Event> events) {
        var fresh = state.take(events);
        if (!fresh.isEmpty()) {
            handling.handle(fresh);
        }
    }

    /** Does nothing when another process has gone on meanwhile. */
    private void locked(@Nullable Long position, Runnable work) {
        transaction.executeWithoutResult(status -> {
            var place = state.lock();
            if (Objects.equals(place.position(), position) && !place.paused()) {
                work.run();
            }
        });
    }

    private void retry() {
        var due = deadLetters.due();
        while (due.isPresent() && retry(due.get())) {
            due = deadLetters.due();
        }
    }

    /** Tries an event again, unless another process or a person has settled it meanwhile; answers whether it did. */
    private boolean retry(DeadLetters.Due due) {
        try {
            return whileDue(due, () -> {
                handleFresh(wanted(List.of(due.event())));
                deadLetters.remove(due.event().id(), due.event().subject());
            });
        } catch (RuntimeException e) {
            log.warn(
                    "{} could not handle event {} of type {} again",
                    consumer.name(),
                    due.event().id(),
                    due.event().type(),
                    e);
            return whileDue(due, () -> deadLetters.failed(due, e));
        }
    }

    private boolean whileDue(DeadLetters.Due due, Runnable work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var still = !state.lock().paused() && deadLetters.isDue(due.event());
            if (still) {
                work.run();
            }
            return still;
        }));
    }
}
