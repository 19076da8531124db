package dev.pmt.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * What was opened, closed in the opposite order, at the latest when the process is told to stop; one that fails to close
 * does not keep the others open. Opening and closing wait for each other, so that a PostgreSQL that is just starting
 * when the signal comes is stopped too.
 */
final class Resources implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread atExit;
    private boolean closed;

    Resources() {
        this(() -> {});
    }

    /** Makes an empty set that is also closed by a signal; after that it runs what is given. */
    Resources(Runnable afterSignal) {
        atExit = new Thread(
                () -> {
                    closeAll();
                    afterSignal.run();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    synchronized <T extends AutoCloseable> T open(Supplier<T> opener) {
        if (closed) {
            throw new Failure(Exit.FAILED, "PMT was told to stop.");
        }
        var resource = opener.get();
        opened.push(resource);
        return resource;
    }

    /** Closes everything. While a signal ends the process this never returns: whatever failed, failed for that. */
    @Override
    public void close() {
        if (isProcessEnding()) {
            awaitEnd();
        }
        closeAll();
    }

    private boolean isProcessEnding() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void awaitEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeAll() {
        closed = true;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Resources.class).warn("Something did not stop cleanly", e);
            }
        }
    }
}
