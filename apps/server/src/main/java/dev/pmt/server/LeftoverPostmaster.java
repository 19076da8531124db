package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A postmaster that outlived a killed JVM: stopped before the next one starts on the same data. */
final class LeftoverPostmaster {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);

    private LeftoverPostmaster() {}

    /** Stops the postmaster that the data directory names, if it still runs; its committed data is safe. */
    static void stop(Path data) {
        find(data).ifPresent(process -> {
            log.info("Stopping the PostgreSQL that an earlier run left behind, process {}", process.pid());
            signal(process, "INT");
            if (!ended(process, data, 10)) {
                signal(process, "QUIT");
                if (!ended(process, data, 10)) {
                    throw new Failure(
                            Exit.HOME_IN_USE,
                            "A PostgreSQL left by an earlier run does not stop; end process " + process.pid() + ".");
                }
            }
        });
    }

    /** Finds a live process that is a postgres on exactly this data; a recycled process id is somebody else's. */
    static java.util.Optional<ProcessHandle> find(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() < 2 || !Path.of(lines.get(1)).equals(data.toAbsolutePath())) {
                return java.util.Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; Java itself can only send SIGTERM and SIGKILL. */
    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees the end by the file that a postmaster removes last; where nobody reaps orphans, its process id stays. */
    private static boolean ended(ProcessHandle process, Path data, int seconds) {
        var file = data.resolve("postmaster.pid");
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (Files.exists(file) && System.nanoTime() < deadline) {
            try {
                process.onExit().get(50, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                // Looks at the file again.
            } catch (ExecutionException | InterruptedException e) {
                return !process.isAlive();
            }
        }
        return Files.notExists(file);
    }
}
