package dev.pmt.api.imports;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that a worker is alive, however long its batch takes, until closed. */
final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration pause;
    private final Runnable beat;

    private Heartbeat(Duration pause, Runnable beat) {
        this.pause = pause;
        this.beat = beat;
    }

    /** Begins to beat, first after a pause. */
    static Heartbeat start(Duration pause, Runnable beat) {
        var heartbeat = new Heartbeat(pause, beat);
        Thread.ofVirtual().name("import-heartbeat").start(heartbeat::loop);
        return heartbeat;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void loop() {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            beat.run();
        } catch (RuntimeException e) {
            log.warn("A lease could not be renewed; trying again", e);
        }
    }
}
