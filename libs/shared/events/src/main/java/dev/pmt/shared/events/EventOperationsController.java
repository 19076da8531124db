package dev.pmt.shared.events;

import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The administrators' door of {@code libs/shared/events/contract/openapi.yaml}, the same in every service with events. */
@RestController
@RequestMapping(path = "/api/v1/admin/events/${spring.application.name}", produces = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnWebApplication
class EventOperationsController {

    private final EventOperations operations;

    EventOperationsController(EventOperations operations) {
        this.operations = operations;
    }

    /** How a service's events are. */
    record Overview(LogState log, List<ConsumerStatus> consumers) {}

    /** A page of dead letters. */
    record LetterPage(List<DeadLetter> items, @Nullable String next) {}

    /** Some events. */
    record Events(List<EventView> items) {}

    /** Stands before every operation. */
    @ModelAttribute
    void administratorsOnly(CurrentUser user) {
        if (user.role() != Role.ADMIN) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Only administrators do this; ask one of them.");
        }
    }

    @GetMapping
    Overview overview() throws InterruptedException {
        var consumers = operations.consumers();
        return new Overview(operations.log(), consumers);
    }

    /** Returns the events right after a position; waits for one when there is none. */
    @GetMapping("/log")
    Events log(
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "must be at least 0") long after,
            @RequestParam(defaultValue = "100")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 200, message = "must be at most 200")
                    int limit,
            @RequestParam(defaultValue = "0")
                    @Min(value = 0, message = "must be at least 0")
                    @Max(value = 20, message = "must be at most 20")
                    int wait)
            throws InterruptedException {
        return new Events(operations.read(after, limit, Duration.ofSeconds(wait)).stream()
                .map(EventView::of)
                .toList());
    }

    @GetMapping("/consumers/{consumer}/dead-letters")
    LetterPage deadLetters(
            @PathVariable String consumer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 100, message = "must be at most 100")
                    int limit) {
        var found = operations.deadLetters(consumer, position(cursor), limit + 1);
        var page = found.stream().limit(limit).toList();
        return new LetterPage(
                page, found.size() > limit ? Long.toString(page.getLast().position()) : null);
    }

    @PostMapping("/consumers/{consumer}/pause")
    ConsumerStatus pause(CurrentUser actor, @PathVariable String consumer) throws InterruptedException {
        return operations.pause(consumer, actor.id());
    }

    @PostMapping("/consumers/{consumer}/resume")
    ConsumerStatus resume(CurrentUser actor, @PathVariable String consumer) throws InterruptedException {
        return operations.resume(consumer, actor.id());
    }

    @PostMapping("/consumers/{consumer}/replay")
    ConsumerStatus replay(CurrentUser actor, @PathVariable String consumer) throws InterruptedException {
        return operations.replay(consumer, actor.id());
    }

    @PostMapping("/consumers/{consumer}/retry")
    ConsumerStatus retryAll(CurrentUser actor, @PathVariable String consumer) throws InterruptedException {
        return operations.retryAll(consumer, actor.id());
    }

    @PostMapping("/consumers/{consumer}/dead-letters/{event}/retry")
    ConsumerStatus retry(CurrentUser actor, @PathVariable String consumer, @PathVariable UUID event)
            throws InterruptedException {
        return operations.retry(consumer, event, actor.id());
    }

    @PostMapping("/consumers/{consumer}/dead-letters/{event}/skip")
    ConsumerStatus skip(CurrentUser actor, @PathVariable String consumer, @PathVariable UUID event)
            throws InterruptedException {
        return operations.skip(consumer, event, actor.id());
    }

    private static long position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-cursor", "cursor must be the next of the page before.");
        }
        return Long.parseLong(cursor);
    }
}
