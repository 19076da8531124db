package dev.pmt.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads a log on and on, also past restarts of what serves it. */
final class EventFollower {

    private static final int LIMIT = 200;
    private static final int WAIT_SECONDS = 20;
    private static final int UNAVAILABLE = 502;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventService service;
    private final PrintWriter notes;
    private boolean lost;

    EventFollower(EventService service, PrintWriter notes) {
        this.service = service;
        this.notes = notes;
    }

    /** Gives all events after a position, until the listener answers no. */
    void follow(long after, Predicate<JsonNode> listener) {
        var position = after;
        while (true) {
            var page = read(position);
            if (page.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                continue;
            }
            for (var event : page.get().required("items")) {
                position = event.required("position").asLong();
                if (!listener.test(event)) {
                    return;
                }
            }
        }
    }

    /** Returns nothing while the service is away. */
    private Optional<JsonNode> read(long position) {
        try {
            var answer = service.log(position, LIMIT, WAIT_SECONDS);
            if (answer.status() < UNAVAILABLE) {
                note(false, "goes on");
                return Optional.of(answer.json());
            }
        } catch (ConnectionLost e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        note(true, "does not answer; waiting for it");
        return Optional.empty();
    }

    private void note(boolean away, String what) {
        if (away != lost) {
            lost = away;
            notes.println("pmt: " + service.name() + " " + what);
            notes.flush();
        }
    }
}
