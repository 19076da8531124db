package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.Sparse;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/v1/projects/{key}/tasks")
class ProjectTasksController {

    private static final int USUAL_PAGE = 25;
    private static final List<String> ORDERS = List.of("rank", "-updated", "due");

    private final TaskList list;
    private final TaskSearch search;
    private final TaskQueries queries;
    private final TaskCreation creation;
    private final Projects projects;

    ProjectTasksController(
            TaskList list, TaskSearch search, TaskQueries queries, TaskCreation creation, Projects projects) {
        this.list = list;
        this.search = search;
        this.queries = queries;
        this.creation = creation;
        this.projects = projects;
    }

    @GetMapping
    @Sparse(TaskItem.class)
    Page<TaskItem> list(
            CurrentUser caller,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "rank") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            WebRequest request) {
        var user = new UserId(caller.id());
        var filter = TaskQuery.read(request, user);
        var faults = new Faults();
        faults.check(ORDERS.contains(sort), "sort", "sort must be rank, -updated or due: " + Excerpt.of(sort));
        faults.refuse();
        var size = Limit.of(limit, USUAL_PAGE);
        var page = query.isBlank()
                ? list(key, user, filter, sort, cursor, size)
                : found(query, new TaskScope.One(user, key), filter, sort, cursor, size);
        if (page.items().isEmpty()) {
            projects.get(key, user);
        }
        return page;
    }

    private Page<TaskItem> list(
            String key, UserId user, TaskFilter filter, String sort, @Nullable String cursor, int size) {
        return switch (sort) {
            case "-updated" -> list.byUpdate(key, user, filter, cursor, size);
            case "due" -> list.byDue(key, user, filter, cursor, size);
            default -> list.byRank(key, user, filter, cursor, size);
        };
    }

    private Page<TaskItem> found(
            String text, TaskScope.One scope, TaskFilter filter, String sort, @Nullable String cursor, int size) {
        try {
            var query = queries.parse(text, scope);
            var usual = switch (sort) {
                case "-updated" -> TaskOrder.LATEST;
                case "due" -> TaskOrder.DUE;
                default -> TaskOrder.RANKED;
            };
            var order = TaskOrder.of(query.order().isEmpty() ? usual : query.order(), scope);
            return search.list(scope, query, filter.conditions(query), order, cursor, size);
        } catch (ProblemException e) {
            // Whoever sees no such project is told that, and not what is wrong with the query.
            projects.get(scope.project(), scope.reader());
            throw e;
        }
    }

    @PostMapping(produces = "application/json")
    ResponseEntity<Task> create(CurrentUser user, @PathVariable String key, @RequestBody NewTask body) {
        var task = creation.create(key, new UserId(user.id()), body);
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.key()))
                .eTag(task.tag())
                .body(task);
    }
}
