package dev.pmt.shared.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does rounds of work until stopped; one that fails is tried again, after pauses that grow 64-fold. It is a
 * platform thread: there are few, they live as long as the service, and requests cannot keep them from running.
 */
public final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE = 64;

    /** One round of work. */
    public interface Round {
        /** Does it; may end without having done anything, after a {@link #rest}. */
        void run() throws InterruptedException;
    }

    private final String name;
    private final Round round;
    private final Duration pause;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable String failure;
    private Thread thread = new Thread();

    /** Makes a worker that does not run yet; the pause is the one after the first failure. */
    public Worker(String name, Duration pause, Round round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    /** Starts the thread. */
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::loop);
    }

    /** Stops after the round under way, or interrupts it when that takes too long. */
    public synchronized void stop() {
        running = false;
        wake.release();
        try {
            if (!thread.join(STOP_WAIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers whether it was started and not stopped. */
    public boolean isRunning() {
        return running;
    }

    /** Returns why the last round failed, if it did. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends the pause under way, or the next one. */
    public void wake() {
        wake.release();
    }

    /** Sleeps until woken, but no longer than the given time. */
    public void rest(Duration longest) throws InterruptedException {
        wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
    }

    private void loop() {
        var longer = 1;
        while (running) {
            try {
                try {
                    round.run();
                    longer = 1;
                    failure = null;
                } catch (RuntimeException | Error e) {
                    tell(e);
                    failure = DeadLetters.error(e);
                    rest(pause.multipliedBy(longer));
                    longer = Math.min(2 * longer, LONGEST_PAUSE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Another service that is away is nothing to look at here. */
    private void tell(Throwable failure) {
        if (failure instanceof FeedException) {
            log.warn("{} waits: {}", name, failure.getMessage());
        } else {
            log.warn("{} failed; trying again", name, failure);
        }
    }
}
