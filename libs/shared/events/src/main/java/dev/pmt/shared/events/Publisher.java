package dev.pmt.shared.events;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the service's own log to its carrier, in order and at least once; one process at a time, by the lock of its position. */
final class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final int LONGEST_PAUSE = 16;

    private final EventCarrier carrier;
    private final String service;
    private final EventFeed own;
    private final ConsumerState state;
    private final TransactionTemplate transaction;
    private final EventSettings settings;
    private final Worker worker;
    private boolean known;
    private int failures;

    Publisher(
            EventCarrier carrier,
            String service,
            EventFeed own,
            ConsumerState state,
            TransactionTemplate transaction,
            EventSettings settings) {
        this.carrier = carrier;
        this.service = service;
        this.own = own;
        this.state = state;
        this.transaction = transaction;
        this.settings = settings;
        this.worker = new Worker(name(carrier), settings.poll(), this::round);
    }

    /** Names the row that holds how far a carrier has been given the log. */
    static String name(EventCarrier carrier) {
        return "carrier:" + carrier.name();
    }

    Worker worker() {
        return worker;
    }

    private void round() throws InterruptedException {
        if (!known) {
            state.create(service, own.head());
            known = true;
        }
        var place = state.look();
        var position = place.position();
        if (place.paused() || position == null) {
            worker.rest(settings.poll());
            return;
        }
        try {
            var events = own.read(position, settings.batch(), settings.poll());
            if (!events.isEmpty()) {
                publish(position, events);
            }
        } catch (EventsGoneException e) {
            // Readers take from the log what the broker lacks, so it need not have what is older than the log.
            goOn(position, own.head());
        }
    }

    private void publish(long after, List<Event> events) throws InterruptedException {
        try {
            var published = Boolean.TRUE.equals(transaction.execute(status -> publishLocked(after, events)));
            if (!published) {
                worker.rest(settings.poll());
            } else if (failures > 0) {
                log.info("{} can be used again; events are published from position {}", carrier.name(), after);
                failures = 0;
            }
        } catch (FeedException e) {
            if (failures == 0) {
                log.warn("{}; events stay in the log until it can", e.getMessage());
            }
            failures = Math.min(failures + 1, LONGEST_PAUSE);
            worker.rest(settings.poll().multipliedBy(failures));
        }
    }

    private boolean publishLocked(long after, List<Event> events) {
        if (!state.tryLock(after)) {
            return false;
        }
        try {
            carrier.publish(events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedException("Publishing to " + carrier.name() + " was interrupted", e);
        }
        state.advance(events.getLast().position());
        return true;
    }

    private void goOn(long from, long position) {
        transaction.executeWithoutResult(status -> {
            if (state.tryLock(from)) {
                state.advance(position);
            }
        });
    }
}
