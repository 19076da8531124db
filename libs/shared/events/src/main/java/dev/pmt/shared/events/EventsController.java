package dev.pmt.shared.events;

import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives the service's own log to other services; {@code JwtSecurity} lets nobody else in. */
@RestController
@RequestMapping(EventsController.PATH)
class EventsController {

    static final String PATH = "/internal/events";

    private static final int LARGEST = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");

    private final String source;
    private final EventFeed feed;
    private final JsonMapper json;

    EventsController(String service, EventFeed feed, JsonMapper json) {
        this.source = "/" + service;
        this.feed = feed;
        this.json = json;
    }

    /** Returns the events right after a position, and waits for one when there is none (CloudEvents JSON batch). */
    @GetMapping
    ResponseEntity<byte[]> read(
            @RequestParam long after,
            @RequestParam(defaultValue = "500") int limit,
            @RequestParam(defaultValue = "PT0S") Duration wait)
            throws InterruptedException {
        if (after < 0 || limit < 1 || limit > LARGEST || wait.isNegative() || wait.compareTo(LONGEST) > 0) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "after must be at least 0, limit 1 to " + LARGEST + ", wait PT0S to " + LONGEST + ".");
        }
        try {
            var batch = CloudEvents.writeBatch(source, feed.read(after, limit, wait));
            return ResponseEntity.ok().contentType(BATCH).body(batch.getBytes(StandardCharsets.UTF_8));
        } catch (EventsGoneException e) {
            throw new ProblemException(
                    HttpStatus.GONE,
                    "events-gone",
                    "The events after " + after + " are kept no longer; start from a snapshot.");
        }
    }

    /** Returns the highest position given so far. */
    @GetMapping("/head")
    Map<String, Long> head() throws InterruptedException {
        return Map.of("position", feed.head());
    }

    /** Writes the state, an event a line, and at last its place in the log (newline-delimited JSON). */
    @GetMapping("/snapshot")
    void snapshot(HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("application/x-ndjson");
        var out = response.getOutputStream();
        try {
            var place = feed.snapshot(states -> write(out, states));
            out.write(json.writeValueAsBytes(place));
            out.write('\n');
        } catch (FeedException e) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "no-snapshot", "This service gives no snapshot.");
        }
    }

    private void write(OutputStream out, List<Event> states) {
        try {
            for (var state : states) {
                out.write(CloudEvents.write(source, state).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
