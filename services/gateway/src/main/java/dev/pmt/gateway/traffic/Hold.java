package dev.pmt.gateway.traffic;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one service that wait, on any event loop, and are let go in the order in which they came: each when the one
 * before it has been sent. Who comes while they leave waits behind them.
 */
public final class Hold {

    private enum State {
        HOLDING,
        RELEASING,
        OVER
    }

    /** One that cannot be sent for so long gives up the order for all behind it: the new address is slow to connect. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration patience;
    private final Deque<Place> queue = new ArrayDeque<>();
    private Promise<Released> left = Promise.promise();
    private HoldLimits limits;
    private State state = State.HOLDING;
    private boolean hurried;
    private int released;
    private int expired;
    private int refused;
    private long longestNanos;

    /** Begins to hold. */
    public Hold(HoldLimits limits) {
        this(limits, PATIENCE);
    }

    Hold(HoldLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /** Waits for the turn of the request that is being handled; fails with {@link HeldTooLong}. */
    public synchronized Future<Turn> enter() {
        var full = queue.size() >= limits.most();
        if (state == State.OVER || (full && state == State.RELEASING)) {
            return Future.succeededFuture(Turn.FREE);
        }
        if (full) {
            refused++;
            return Future.failedFuture(new HeldTooLong());
        }
        var context = Objects.requireNonNull(Vertx.currentContext(), "must run on an event loop");
        var place = new Place(context, limits.deadline(), this::expire);
        queue.add(place);
        return place.turn();
    }

    /** Tells whether all have left, so that nobody has to wait any more. */
    public synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** Returns how many wait. */
    public synchronized int waiting() {
        return queue.size();
    }

    /** Returns the limits in force. */
    public synchronized HoldLimits limits() {
        return limits;
    }

    /** Holds on with other limits, also while requests leave; false when all have left. */
    public boolean renew(HoldLimits other) {
        Promise<Released> interrupted;
        Released soFar;
        synchronized (this) {
            if (state == State.OVER) {
                return false;
            }
            limits = other;
            if (state == State.HOLDING) {
                return true;
            }
            state = State.HOLDING;
            hurried = false;
            interrupted = left;
            left = Promise.promise();
            soFar = counted();
        }
        interrupted.complete(soFar);
        return true;
    }

    /** Lets all go; done when the last one has been sent. */
    public Future<Released> release() {
        Future<Released> done;
        synchronized (this) {
            done = left.future();
            if (state != State.HOLDING) {
                return done;
            }
            state = State.RELEASING;
        }
        next();
        return done;
    }

    private void next() {
        var place = leave();
        while (place != null && isHurried()) {
            place.go();
            place = leave();
        }
        if (place != null) {
            place.go(patience, this::hurry, this::next);
        }
    }

    private synchronized boolean isHurried() {
        return hurried;
    }

    /** Takes the first one out of the queue; the hold is over when there is none. */
    private @Nullable Place leave() {
        Released all;
        synchronized (this) {
            if (state != State.RELEASING) {
                return null;
            }
            var place = queue.poll();
            if (place != null) {
                released++;
                longestNanos = Math.max(longestNanos, place.waitedNanos());
                return place;
            }
            state = State.OVER;
            all = counted();
        }
        left.complete(all);
        return null;
    }

    private Released counted() {
        return new Released(released, expired, refused, Duration.ofNanos(longestNanos));
    }

    private void expire(Place place) {
        synchronized (this) {
            if (!queue.remove(place)) {
                return;
            }
            expired++;
        }
        place.expire();
    }

    private synchronized void hurry() {
        hurried = true;
    }
}
