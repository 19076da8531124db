package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.Sparse;
import dev.pmt.shared.web.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
class SearchController {

    private static final int USUAL_PAGE = 25;

    private final TaskSearch search;
    private final TaskQueries queries;

    SearchController(TaskSearch search, TaskQueries queries) {
        this.search = search;
        this.queries = queries;
    }

    @GetMapping
    @Sparse(TaskItem.class)
    Page<TaskItem> list(
            CurrentUser caller,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var scope = new TaskScope.All(new UserId(caller.id()));
        var wanted = queries.parse(query, scope);
        var order = TaskOrder.of(wanted.order().isEmpty() ? TaskOrder.LATEST : wanted.order(), scope);
        return search.list(scope, wanted, TaskFilter.NONE.conditions(wanted), order, cursor, size);
    }
}
