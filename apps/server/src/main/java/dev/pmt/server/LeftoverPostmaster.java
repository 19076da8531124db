package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed JVM left of its PostgreSQL: a postmaster that lives on, or the file of one that was killed with it. */
final class LeftoverPostmaster {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);

    private static final String FILE = "postmaster.pid";
    private static final String PROGRAM = "postgres";

    private LeftoverPostmaster() {}

    /**
     * Stops the postmaster that the data directory names, if it still runs; its committed data is safe. If it does not, its file
     * goes: PostgreSQL would not start as long as anything has that process id. In a container ids begin anew with each start,
     * and threads have some, too, so that something soon has it.
     */
    static void stop(Path data) {
        removeStale(data);
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

    private static void removeStale(Path data) {
        var stale = id(data).map(id ->
                ProcessHandle.of(id).map(LeftoverPostmaster::isOther).orElse(true));
        if (stale.orElse(false)) {
            try {
                forget(data);
            } catch (IOException e) {
                throw new Failure(Exit.HOME_UNUSABLE, "The data must be writable by this user: " + data, e);
            }
        }
    }

    /** Removes what says that a postmaster runs on the data. Backends that outlive it still keep the next one out. */
    static void forget(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }

    /** A process whose program nobody may see could be a postmaster. */
    private static boolean isOther(ProcessHandle process) {
        return process.info()
                .command()
                .map(program -> !program.endsWith(PROGRAM))
                .orElse(false);
    }

    /** Finds a live process that is a postgres on exactly this data; a recycled process id is somebody else's. */
    static Optional<ProcessHandle> find(Path data) {
        return id(data).flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith(PROGRAM));
    }

    /** Reads which process the data directory names. */
    private static Optional<Long> id(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() < 2 || !Path.of(lines.get(1)).equals(data.toAbsolutePath())
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
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
        var file = data.resolve(FILE);
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
