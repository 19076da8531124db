package dev.pmt.shared.carriers;

import dev.pmt.shared.events.EventFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes from a broker what follows a position without a gap and belongs to the log; connects again when the broker fails. */
final class BrokerReader {

    private final Broker broker;
    private final EventFeed truth;
    private final Pause pause = new Pause(Duration.ofMillis(200), Duration.ofSeconds(5));
    private Broker.@Nullable Subscription subscription;
    private String failure = "";
    /** While the reader is not close to this position, the broker need not be asked. */
    private long begin;

    BrokerReader(Broker broker, EventFeed truth) {
        this.broker = broker;
        this.truth = truth;
    }

    /** Looks what comes after a position, and waits for it; longer only while it connects. */
    Found look(long after, int limit, Duration wait) throws InterruptedException {
        if (after + 1 < begin) {
            return new Found.Missing("it begins at position " + begin);
        }
        begin = 0;
        try {
            var open = subscription == null ? open() : subscription;
            return open == null
                    ? new Found.Missing(failure)
                    : found(after, open, open.take(after, limit, wait.toMillis()));
        } catch (InterruptedException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            failure = Failures.reason(e);
            pause.begin();
            return new Found.Missing(failure);
        }
    }

    private Broker.@Nullable Subscription open() throws Exception {
        subscription = pause.isOver() ? broker.open() : null;
        return subscription;
    }

    private Found found(long after, Broker.Subscription open, List<Carried> carried) throws Exception {
        var ahead = carried.stream().filter(one -> one.position() > after).toList();
        if (ahead.isEmpty()) {
            return new Found.Silence();
        }
        var next = following(after, ahead);
        if (next.isEmpty()) {
            begin = ahead.getFirst().position();
            return new Found.Missing("it lacks position " + (after + 1));
        }
        if (!belongs(next)) {
            open.discard();
            throw new IllegalStateException("its events are of another log");
        }
        pause.reset();
        return new Found.Next(next.stream().map(Carried::event).toList());
    }

    private static List<Carried> following(long after, List<Carried> ahead) {
        var next = new ArrayList<Carried>(ahead.size());
        var position = after;
        for (var one : ahead) {
            if (one.position() > position + 1) {
                break;
            }
            if (one.position() == position + 1) {
                next.add(one);
                position++;
            }
        }
        return next;
    }

    /** Holds the last old event against the log: where one is the same, so are all before it. */
    private boolean belongs(List<Carried> next) throws InterruptedException {
        for (var one : next.reversed()) {
            if (one.old()) {
                var logged = truth.read(one.position() - 1, 1, Duration.ZERO);
                return !logged.isEmpty()
                        && logged.getFirst().id().equals(one.event().id());
            }
        }
        return true;
    }

    private void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }
}
