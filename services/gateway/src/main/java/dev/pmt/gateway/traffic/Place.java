package dev.pmt.gateway.traffic;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A request's place in the queue of a hold; its future is completed on the request's event loop. */
final class Place {

    /** Patience is lost in steps of the event loop: a pause of this whole process is one of them, and no sign of a slow address. */
    private static final int STEPS = 10;

    private final Context context;
    private final Promise<Turn> turn = Promise.promise();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long since = System.nanoTime();
    private final long timer;

    /** Takes a place for the request that this event loop is handling. */
    Place(Context context, Duration deadline, Consumer<Place> late) {
        this.context = context;
        timer = context.owner().setTimer(deadline.toMillis(), id -> late.accept(this));
    }

    Future<Turn> turn() {
        return turn.future();
    }

    long waitedNanos() {
        return System.nanoTime() - since;
    }

    void expire() {
        turn.fail(new HeldTooLong());
    }

    /** Lets the request go without anybody waiting for it. */
    void go() {
        context.runOnContext(now -> {
            context.owner().cancelTimer(timer);
            turn.complete(Turn.FREE);
        });
    }

    /** Lets the request go and says when the next one may follow; when that takes too long, it says so first. */
    void go(Duration patience, Runnable slow, Runnable next) {
        context.runOnContext(now -> {
            context.owner().cancelTimer(timer);
            lose(patience.dividedBy(STEPS), STEPS, () -> {
                slow.run();
                next.run();
            });
            turn.complete(() -> end(next));
        });
    }

    private void lose(Duration step, int left, Runnable patience) {
        context.owner().setTimer(step.toMillis(), id -> {
            if (left == 1) {
                end(patience);
            } else if (!ended.get()) {
                lose(step, left - 1, patience);
            }
        });
    }

    private void end(Runnable next) {
        if (ended.compareAndSet(false, true)) {
            next.run();
        }
    }
}
