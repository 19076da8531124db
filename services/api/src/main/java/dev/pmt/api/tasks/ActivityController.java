package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks/{key}/activity")
class ActivityController {

    private static final String LIST = "activity";
    private static final int USUAL_PAGE = 25;
    private static final UUID LAST = new UUID(-1, -1);

    private final Tasks tasks;
    private final Activities activities;

    ActivityController(Tasks tasks, Activities activities) {
        this.tasks = tasks;
        this.activities = activities;
    }

    @GetMapping
    Page<Activity> list(
            CurrentUser user,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var reader = new UserId(user.id());
        var task = tasks.get(key, reader);
        var from = Cursor.parse(cursor, LIST, 2);
        var before = from.map(c -> c.number(0)).orElse(Long.MAX_VALUE);
        var beforeId = from.map(c -> c.id(1)).orElse(LAST);
        var found = activities.list(task.id(), reader, before, beforeId, size + 1);
        return Page.of(found, size, activity -> Cursor.of(LIST, activity.version(), activity.id()));
    }
}
