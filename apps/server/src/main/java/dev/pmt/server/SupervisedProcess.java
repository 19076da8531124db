package dev.pmt.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of a topology: what it says appears under its name, and when it ends by itself it is started again after a pause
 * that doubles with each time, and begins anew once the process has held out.
 */
final class SupervisedProcess implements AutoCloseable {

    /** How long its services have to finish what they do. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(SupervisedProcess.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HELD_OUT = Duration.ofMinutes(1);
    private static final int LAST_WORDS = 5;

    private final String name;
    private final List<String> command;
    private final Placement placement;
    private final Console console;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;
    private @Nullable Process process;
    private boolean stopping;

    /** Is told where the process's services are, and that they are there no longer. */
    interface Placement {
        void serve(Map<String, URI> addresses);

        void gone();
    }

    private SupervisedProcess(String name, List<String> command, Placement placement, Console console) {
        this.name = name;
        this.command = command;
        this.placement = placement;
        this.console = console;
        this.thread = Thread.ofPlatform().name("supervise-" + name).unstarted(this::supervise);
    }

    /** Starts a process; {@link #awaitReady} waits for it. */
    static SupervisedProcess start(String name, List<String> command, Placement placement, Console console) {
        var supervised = new SupervisedProcess(name, command, placement, console);
        supervised.thread.start();
        return supervised;
    }

    /** Waits until its services serve. @throws Failure with its last words when it ends before that */
    void awaitReady() {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }

    private void supervise() {
        var pause = FIRST_PAUSE;
        while (true) {
            var begin = System.nanoTime();
            var exit = once();
            synchronized (this) {
                if (stopping || ready.isCompletedExceptionally()) {
                    return;
                }
            }
            placement.gone();
            if (System.nanoTime() - begin > HELD_OUT.toNanos()) {
                pause = FIRST_PAUSE;
            }
            log.error(
                    "Process {} has ended by itself ({}); it is started again in {} ms", name, exit, pause.toMillis());
            if (!rest(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Runs the process to its end; answers how it ended. */
    private String once() {
        Deque<String> lastWords = new ArrayDeque<>();
        try {
            var running = begin();
            if (running == null) {
                return "told to stop";
            }
            listen(running, lastWords);
            var exit = "exit code " + running.waitFor();
            ready.completeExceptionally(
                    new Failure(Exit.FAILED, "Process " + name + " did not start: " + String.join(" ", lastWords)));
            return exit;
        } catch (IOException e) {
            ready.completeExceptionally(new Failure(Exit.FAILED, "Process " + name + " could not be started.", e));
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    private synchronized @Nullable Process begin() throws IOException {
        if (stopping) {
            return null;
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process;
    }

    private void listen(Process running, Deque<String> lastWords) throws IOException {
        var addresses = new HashMap<String, URI>();
        try (var lines = new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var place = ProcessOfServices.Place.in(line);
                if (place.isPresent()) {
                    addresses.put(place.get().service(), place.get().address());
                } else if (line.equals(ProcessOfServices.READY)) {
                    placement.serve(addresses);
                    ready.complete(null);
                } else {
                    console.say(name + " | " + line);
                    lastWords.addLast(line);
                    if (lastWords.size() > LAST_WORDS) {
                        lastWords.removeFirst();
                    }
                }
            }
        }
    }

    /** Ends it: asks first, and after a while no longer. */
    @Override
    public void close() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        thread.interrupt();
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Process {} did not stop in time and is ended", name);
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
