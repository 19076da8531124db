package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.queries.Query;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list holds; an empty list or text does not narrow it.
 *
 * @param labels each must be on the task
 * @param parent the task they belong to; null for any or none
 * @param sprint the sprints that they are in
 * @param text part of the title, in any case
 * @param archived whether it holds the archived tasks or those at work; null for the latter unless a query says otherwise
 */
record TaskFilter(
        List<StatusId> statuses,
        List<TaskType> types,
        Assignee assignee,
        List<String> labels,
        @Nullable TaskKey parent,
        InSprint sprint,
        String text,
        @Nullable Boolean archived) {

    private static final String PARENT = """
            t.parent_id = (SELECT c.id FROM task c JOIN project q ON q.id = c.project_id
                            WHERE q.key = :parentProject AND c.number = :parentNumber)
            """;

    private static final String ACTIVE =
            "EXISTS (SELECT FROM sprint i WHERE i.id = t.sprint_id AND i.state = 'active')";

    private static final int LONGEST_TEXT = 200;
    private static final int MOST = 50;

    /** Narrows nothing but to tasks at work. */
    static final TaskFilter NONE =
            new TaskFilter(List.of(), List.of(), new Assignee.Any(), List.of(), null, new InSprint.Any(), "", null);

    /** In which sprint. */
    sealed interface InSprint {
        /** In any or none. */
        record Any() implements InSprint {}

        /** In one that is active. */
        record Active() implements InSprint {}

        /** In this one. */
        record One(SprintId id) implements InSprint {}
    }

    /** Whose tasks. */
    sealed interface Assignee {
        /** Everyone's. */
        record Any() implements Assignee {}

        /** Nobody's. */
        record None() implements Assignee {}

        /** One user's. */
        record User(UserId id) implements Assignee {}
    }

    void check(Faults faults) {
        Texts.check(faults, "q", text, 0, LONGEST_TEXT);
        Labels.check(faults, "label", labels);
        faults.check(statuses.size() <= MOST, "status", "status must have at most 50 values: " + statuses.size());
        faults.check(types.size() <= MOST, "type", "type must have at most 50 values: " + types.size());
    }

    /** Returns what rows of {@code task t} must fulfil beside a query, which may say itself that archived tasks count. */
    Conditions conditions(Query query) {
        var conditions = new Conditions();
        if (archived != null || !query.names("archived")) {
            conditions.add(Boolean.TRUE.equals(archived) ? "t.archived" : "NOT t.archived");
        }
        if (!statuses.isEmpty()) {
            conditions.add(
                    "t.status_id = ANY (string_to_array(:statuses, ',')::uuid[])",
                    "statuses",
                    join(statuses, StatusId::toString));
        }
        if (!types.isEmpty()) {
            conditions.add("t.type = ANY (string_to_array(:types, ','))", "types", join(types, TaskType::wireName));
        }
        switch (assignee) {
            case Assignee.User(var id) -> conditions.add("t.assignee_id = :assignee", "assignee", id.value());
            case Assignee.None() -> conditions.add("t.assignee_id IS NULL");
            case Assignee.Any() -> {}
        }
        if (!labels.isEmpty()) {
            conditions.add("t.labels @> string_to_array(:labels, ',')", "labels", Labels.join(labels));
        }
        if (parent != null) {
            conditions.add(PARENT, "parentProject", parent.project()).with("parentNumber", parent.number());
        }
        switch (sprint) {
            case InSprint.One(var id) -> conditions.add("t.sprint_id = :sprint", "sprint", id.value());
            case InSprint.Active() -> conditions.add(ACTIVE);
            case InSprint.Any() -> {}
        }
        if (!text.isEmpty()) {
            conditions.add("t.title ILIKE :pattern", "pattern", pattern(text));
        }
        return conditions;
    }

    private static <T> String join(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(","));
    }

    /** Returns the ILIKE pattern of what contains a text. */
    static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
