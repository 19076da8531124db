package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Excerpt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{key}/watchers")
class WatcherController {

    private static final String LIST = "watchers";
    private static final int USUAL_PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Tasks tasks;
    private final Watchers watchers;
    private final WatcherEdits edits;

    WatcherController(Tasks tasks, Watchers watchers, WatcherEdits edits) {
        this.tasks = tasks;
        this.watchers = watchers;
        this.edits = edits;
    }

    @GetMapping
    Page<Watcher> list(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var task = tasks.get(key, new UserId(caller.id()));
        var from = Cursor.parse(cursor, LIST, 2);
        var since = from.map(c -> c.time(0)).orElse(Instant.EPOCH);
        var after = from.map(c -> c.id(1)).orElse(FIRST);
        var found = watchers.list(task.id(), since, after, size + 1);
        return Page.of(found, size, watcher -> Cursor.of(LIST, watcher.since(), watcher.userId()));
    }

    @PutMapping("/{person}")
    Watcher add(CurrentUser caller, @PathVariable String key, @PathVariable String person) {
        var user = new UserId(caller.id());
        return edits.add(key, user, person(person, user));
    }

    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser caller, @PathVariable String key, @PathVariable String person) {
        var user = new UserId(caller.id());
        edits.remove(key, user, person(person, user));
    }

    private static UserId person(String text, UserId caller) {
        if (text.equals("me")) {
            return caller;
        }
        try {
            return UserId.valueOf(text);
        } catch (IllegalArgumentException e) {
            var faults = new Faults();
            faults.check(false, "person", "person must be me or a user's id: " + Excerpt.of(text));
            faults.refuse();
            throw e;
        }
    }
}
