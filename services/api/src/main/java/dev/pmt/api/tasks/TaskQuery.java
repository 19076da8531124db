package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/** Reads the filters of a list from the query of a request, and names every one that makes no sense. */
final class TaskQuery {

    private final WebRequest request;
    private final Faults faults = new Faults();

    private TaskQuery(WebRequest request) {
        this.request = request;
    }

    /** Reads the filters. @throws dev.pmt.shared.web.ProblemException when one makes no sense (400) */
    static TaskFilter read(WebRequest request, UserId caller) {
        var query = new TaskQuery(request);
        var filter = new TaskFilter(
                query.words("status").flatMap(query::status).toList(),
                query.words("type").flatMap(query::type).toList(),
                query.assignee(request.getParameter("assignee"), caller),
                Labels.tidy(query.values("label").toList()),
                query.parent(request.getParameter("parent")),
                query.sprint(request.getParameter("sprint")),
                Objects.requireNonNullElse(request.getParameter("q"), ""),
                query.archived());
        filter.check(query.faults);
        query.faults.refuse();
        return filter;
    }

    private Stream<String> values(String name) {
        var values = request.getParameterValues(name);
        return values == null ? Stream.of() : Arrays.stream(values);
    }

    /** Returns values given one by one or divided by commas. */
    private Stream<String> words(String name) {
        return values(name)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .filter(word -> !word.isEmpty());
    }

    private Stream<StatusId> status(String text) {
        return id("status", "a status's id", text).map(StatusId::new).stream();
    }

    private Stream<TaskType> type(String text) {
        var type = Arrays.stream(TaskType.values())
                .filter(one -> one.wireName().equals(text))
                .findFirst();
        var names = List.of(TaskType.values()).stream().map(TaskType::wireName).toList();
        faults.check(
                type.isPresent(), "type", "type must be one of " + String.join(", ", names) + ": " + Excerpt.of(text));
        return type.stream();
    }

    private TaskFilter.Assignee assignee(@Nullable String text, UserId caller) {
        return switch (text) {
            case null -> new TaskFilter.Assignee.Any();
            case "me" -> new TaskFilter.Assignee.User(caller);
            case "none" -> new TaskFilter.Assignee.None();
            default ->
                id("assignee", "me, none or a user's id", text)
                        .<TaskFilter.Assignee>map(id -> new TaskFilter.Assignee.User(new UserId(id)))
                        .orElseGet(TaskFilter.Assignee.Any::new);
        };
    }

    private @Nullable TaskKey parent(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var key = TaskKey.parse(text);
        faults.check(key.isPresent(), "parent", "parent must be a task's key: " + Excerpt.of(text));
        return key.orElse(null);
    }

    private TaskFilter.InSprint sprint(@Nullable String text) {
        return switch (text) {
            case null -> new TaskFilter.InSprint.Any();
            case "active" -> new TaskFilter.InSprint.Active();
            default ->
                id("sprint", "active or a sprint's id", text)
                        .<TaskFilter.InSprint>map(id -> new TaskFilter.InSprint.One(new SprintId(id)))
                        .orElseGet(TaskFilter.InSprint.Any::new);
        };
    }

    private @Nullable Boolean archived() {
        var text = request.getParameter("archived");
        if (text == null) {
            return null;
        }
        faults.check(
                List.of("true", "false").contains(text),
                "archived",
                "archived must be true or false: " + Excerpt.of(text));
        return text.equals("true");
    }

    private Optional<UUID> id(String field, String rule, String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            faults.check(false, field, field + " must be " + rule + ": " + Excerpt.of(text));
            return Optional.empty();
        }
    }
}
