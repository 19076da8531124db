package dev.pmt.shared.carriers;

import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventFeed;
import dev.pmt.shared.events.FeedException;
import dev.pmt.shared.events.SnapshotPlace;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer's log by way of a broker. What follows without a gap is taken from the broker; on a gap, a failure or silence the
 * log itself is read, so nothing that a broker does can lose, double or reorder an event. For one reader at a time.
 */
final class CarriedFeed implements EventFeed {

    private static final Logger log = LoggerFactory.getLogger(CarriedFeed.class);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final String producer;
    private final String carrier;
    private final EventFeed truth;
    private final BrokerReader broker;
    private long heard = System.nanoTime() - SILENCE.toNanos();
    private boolean complained;

    CarriedFeed(String producer, String carrier, Broker broker, EventFeed truth) {
        this.producer = producer;
        this.carrier = carrier;
        this.truth = truth;
        this.broker = new BrokerReader(broker, truth);
    }

    @Override
    public List<Event> read(long after, int limit, Duration wait) throws InterruptedException {
        var deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            var silence = left(heard + SILENCE.toNanos());
            var left = left(deadline);
            switch (broker.look(after, limit, left.compareTo(silence) < 0 ? left : silence)) {
                case Found.Next(var events) -> {
                    heard();
                    return events;
                }
                case Found.Missing(var why) -> {
                    complain(why);
                    return truth.read(after, limit, left(deadline));
                }
                case Found.Silence() -> {
                    var events = left(heard + SILENCE.toNanos()).isZero() ? askLog(after, limit) : List.<Event>of();
                    if (!events.isEmpty() || left(deadline).isZero()) {
                        return events;
                    }
                }
            }
        }
    }

    @Override
    public long head() throws InterruptedException {
        return truth.head();
    }

    @Override
    public SnapshotPlace snapshot(Consumer<List<Event>> states) throws InterruptedException {
        return truth.snapshot(states);
    }

    /** The broker works, so a log out of reach is no reason to stop. */
    private List<Event> askLog(long after, int limit) throws InterruptedException {
        heard = System.nanoTime();
        try {
            return truth.read(after, limit, Duration.ZERO);
        } catch (FeedException e) {
            log.debug("The log of {} cannot be asked while {} is silent", producer, carrier, e);
            return List.of();
        }
    }

    private void heard() {
        heard = System.nanoTime();
        if (complained) {
            log.info("Events of {} come from {} again", producer, carrier);
            complained = false;
        }
    }

    private void complain(String why) {
        heard = System.nanoTime() - SILENCE.toNanos();
        if (!complained) {
            log.warn("Events of {} are read from its log until {} has them: {}", producer, carrier, why);
            complained = true;
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
