package dev.pmt.shared.events;

import java.util.List;
import java.util.stream.Collectors;
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
    private final EventFeed feed;
    private final ConsumerState state;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transaction;
    private final EventSettings settings;
    private boolean known;

    Consumption(
            EventConsumer consumer,
            EventFeed feed,
            ConsumerState state,
            DeadLetters deadLetters,
            TransactionTemplate transaction,
            EventSettings settings) {
        this.consumer = consumer;
        this.feed = feed;
        this.state = state;
        this.deadLetters = deadLetters;
        this.transaction = transaction;
        this.settings = settings;
    }

    String name() {
        return consumer.name();
    }

    /** Takes what is there, or waits for it a short while. */
    void round() throws InterruptedException {
        if (!known) {
            state.create(consumer.producer());
            known = true;
        }
        var place = state.look();
        if (place.paused()) {
            Thread.sleep(settings.poll());
            return;
        }
        retry();
        var events = feed.read(place.position(), settings.batch(), settings.poll());
        if (!events.isEmpty()) {
            take(place.position(), events);
        }
    }

    private void take(long after, List<Event> events) {
        if (events.getFirst().position() != after + 1) {
            throw new IllegalStateException("The log of " + consumer.producer() + " must hold event " + (after + 1)
                    + " for consumer " + consumer.name() + ", but begins at "
                    + events.getFirst().position());
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
            log.warn("{} could not handle event {} of type {}", consumer.name(), event.id(), event.type(), e);
            locked(after, () -> {
                deadLetters.hold(event, e);
                state.advance(event.position());
            });
        }
    }

    private void inOneTransaction(long after, List<Event> events) {
        locked(after, () -> {
            var held = state.held();
            var wanted = events.stream()
                    .filter(event -> consumer.types().contains(event.type()))
                    .collect(Collectors.partitioningBy(event -> held.contains(event.subject())));
            wanted.getOrDefault(true, List.of()).forEach(deadLetters::hold);
            handleFresh(wanted.getOrDefault(false, List.of()));
            state.advance(events.getLast().position());
        });
    }

    private void handleFresh(List<Event> events) {
        var fresh = state.take(events);
        if (!fresh.isEmpty()) {
            consumer.handle(fresh);
        }
    }

    /** Does nothing when another process has gone on meanwhile. */
    private void locked(long position, Runnable work) {
        transaction.executeWithoutResult(status -> {
            var place = state.lock();
            if (place.position() == position && !place.paused()) {
                work.run();
            }
        });
    }

    private void retry() {
        for (var due = deadLetters.due(); due.isPresent(); due = deadLetters.due()) {
            retry(due.get());
        }
    }

    private void retry(DeadLetters.Due due) {
        try {
            transaction.executeWithoutResult(status -> {
                state.lock();
                handleFresh(List.of(due.event()));
                deadLetters.handled(due.event());
            });
        } catch (RuntimeException e) {
            log.warn(
                    "{} could not handle event {} of type {} again",
                    consumer.name(),
                    due.event().id(),
                    due.event().type(),
                    e);
            transaction.executeWithoutResult(status -> {
                state.lock();
                deadLetters.failed(due, e);
            });
        }
    }
}
