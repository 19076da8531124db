package dev.pmt.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded PostgreSQL again, on the same port and data, when it has died: killed, stopped by hand, or out of
 * disk space. The services' pools find it again by themselves.
 */
final class PostmasterGuard implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostmasterGuard.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int PATIENCE = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Path data;
    private final Path output;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private PostmasterGuard(Path data, Path output, int port) {
        this.data = data;
        this.output = output;
        this.port = port;
        this.thread = Thread.ofPlatform().daemon().name("postgresql-guard").unstarted(this::watch);
    }

    /** Watches the server on this data from now until closed. */
    static PostmasterGuard watch(Path data, Path output, int port) {
        var guard = new PostmasterGuard(data, output, port);
        guard.thread.start();
        return guard;
    }

    /** Stops watching; no start is under way any more when this returns. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        var refusals = 0;
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                refusals = listens() ? 0 : refusals + 1;
                if (refusals > 0 && (isGone() || refusals > PATIENCE)) {
                    log.error("PostgreSQL has ended by itself and is started again; {} says why it ended", output);
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        var pause = LOOK;
        var begin = System.nanoTime();
        do {
            if (start()) {
                log.warn("PostgreSQL serves again after {} ms", (System.nanoTime() - begin) / 1_000_000);
                return;
            }
            log.warn("PostgreSQL does not start; trying again in {}", pause);
            var next = pause.multipliedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Lets {@code pg_ctl restart} take the options of the last start, among them the port, from the data directory. */
    private boolean start() throws InterruptedException {
        try {
            if (isGone()) {
                // Where nobody reaps orphans, pg_ctl would wait for the dead process to end.
                LeftoverPostmaster.forget(data);
            }
            return PgCtl.run(data, Redirect.appendTo(output.toFile()), "-m", "immediate", "-t", "60", "-w", "restart");
        } catch (IOException e) {
            log.warn("pg_ctl cannot run", e);
            return false;
        }
    }

    /** A process id alone would not do: where nobody reaps orphans, a dead postmaster keeps its own. */
    private boolean isGone() {
        return LeftoverPostmaster.find(data).isEmpty();
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
