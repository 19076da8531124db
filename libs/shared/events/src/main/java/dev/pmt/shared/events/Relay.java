package dev.pmt.shared.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;

/** Stamps events as they are committed, tells the feed, and deletes what has grown old. Several processes may do so. */
final class Relay implements SmartLifecycle {

    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final Stamper stamper;
    private final Pruner pruner;
    private final Head head;
    private final EventSettings settings;
    private final Clock clock;
    private final Worker worker;
    private Instant nextPruning;

    Relay(String service, Stamper stamper, Pruner pruner, Head head, EventSettings settings, Clock clock) {
        this.stamper = stamper;
        this.pruner = pruner;
        this.head = head;
        this.settings = settings;
        this.clock = clock;
        this.worker = new Worker(service + "-relay", settings.poll(), this::round);
        this.nextPruning = clock.instant();
    }

    /** Says that events were committed. */
    void wake() {
        worker.wake();
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        head.close();
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void round() throws InterruptedException {
        var begin = System.nanoTime();
        var stamped = stamper.stamp(settings.batch());
        head.rise(stamped.head());
        if (stamped.count() == settings.batch()) {
            return;
        }
        if (!clock.instant().isBefore(nextPruning)) {
            nextPruning = clock.instant().plus(PRUNE_EVERY);
            pruner.prune();
        }
        worker.rest(settings.poll());
        gather(begin);
    }

    private void gather(long begin) throws InterruptedException {
        var left = settings.gather().minusNanos(System.nanoTime() - begin);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
