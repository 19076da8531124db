package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of a project's tasks, page by page; empty for who is not a member. */
@Repository
class TaskList {

    // The project is a scalar subquery: its one value leads the index that gives the order, however many tasks there
    // are; rights and data still come from one statement. Only filters that narrow become conditions, and the limit is
    // part of the text: with either as a parameter PostgreSQL would find its general plan too dear, and plan anew for
    // each request, which costs as much again as the query itself.
    private static final String TASKS = """
            SELECT id, number, source_key, title, status_id, type, priority, assignee_id, reporter_id, points, start_date,
                   due_date, labels,
                   (SELECT ARRAY [p.id::text, p.number::text, p.type, p.title] FROM task p WHERE p.id = task.parent_id),
                   archived, created_at, updated_at, version, rank
              FROM task
             WHERE project_id = (SELECT m.project_id
                                   FROM project p JOIN project_member m ON m.project_id = p.id
                                  WHERE p.key = :project AND m.user_id = :user)
            """;

    private static final String PARENT = """
            parent_id = (SELECT t.id FROM task t JOIN project p ON p.id = t.project_id
                          WHERE p.key = :parentProject AND t.number = :parentNumber)
            """;

    // as in the index that gives the order
    private static final String DUE = "coalesce(due_date, DATE '9999-12-31')";
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final String RANK_LIST = "tasks-by-rank";
    private static final String DUE_LIST = "tasks-by-due";
    private static final String UPDATE_LIST = "tasks-by-update";

    private record Row(TaskItem item, String rank) {}

    private final JdbcClient jdbc;

    TaskList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists tasks in rank order. */
    Page<TaskItem> byRank(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var conditions = conditions(filter);
        Cursor.parse(cursor, RANK_LIST, 1).ifPresent(last -> conditions.add("rank > :rank", "rank", last.string(0)));
        return Page.of(rows(project, user, conditions, "rank", limit), limit, row -> Cursor.of(RANK_LIST, row.rank))
                .map(Row::item);
    }

    /** Lists tasks by their last change, newest first. */
    Page<TaskItem> byUpdate(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var conditions = conditions(filter);
        Cursor.parse(cursor, UPDATE_LIST, 2)
                .ifPresent(last -> conditions
                        .add(
                                "(updated_at, id) < (:updated, :id)",
                                "updated",
                                last.time(0).atOffset(ZoneOffset.UTC))
                        .with("id", last.id(1)));
        return Page.of(
                        rows(project, user, conditions, "updated_at DESC, id DESC", limit),
                        limit,
                        TaskList::updateCursor)
                .map(Row::item);
    }

    /** Lists tasks by the day they are due, the soonest first; those without a day come last. */
    Page<TaskItem> byDue(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var conditions = conditions(filter);
        Cursor.parse(cursor, DUE_LIST, 2)
                .ifPresent(last -> conditions
                        .add("(" + DUE + ", id) > (:due, :id)", "due", last.day(0))
                        .with("id", last.id(1)));
        return Page.of(rows(project, user, conditions, DUE + ", id", limit), limit, TaskList::dueCursor)
                .map(Row::item);
    }

    private List<Row> rows(String project, UserId user, Conditions conditions, String order, int limit) {
        return jdbc.sql(TASKS + conditions.sql() + " ORDER BY " + order + " LIMIT " + (limit + 1))
                .param("project", project)
                .param("user", user.value())
                .params(conditions.params())
                .query((row, number) -> row(new Columns(row), project))
                .list();
    }

    private static Conditions conditions(TaskFilter filter) {
        var conditions = new Conditions().add(filter.archived() ? "archived" : "NOT archived");
        if (!filter.statuses().isEmpty()) {
            conditions.add(
                    "status_id = ANY (string_to_array(:statuses, ',')::uuid[])",
                    "statuses",
                    join(filter.statuses(), StatusId::toString));
        }
        if (!filter.types().isEmpty()) {
            conditions.add(
                    "type = ANY (string_to_array(:types, ','))", "types", join(filter.types(), TaskType::wireName));
        }
        switch (filter.assignee()) {
            case TaskFilter.Assignee.User(var id) -> conditions.add("assignee_id = :assignee", "assignee", id.value());
            case TaskFilter.Assignee.None() -> conditions.add("assignee_id IS NULL");
            case TaskFilter.Assignee.Any() -> {}
        }
        if (!filter.labels().isEmpty()) {
            conditions.add("labels @> string_to_array(:labels, ',')", "labels", Labels.join(filter.labels()));
        }
        if (filter.parent() != null) {
            conditions
                    .add(PARENT, "parentProject", filter.parent().project())
                    .with("parentNumber", filter.parent().number());
        }
        if (!filter.text().isEmpty()) {
            conditions.add("title ILIKE :pattern", "pattern", filter.pattern());
        }
        return conditions;
    }

    private static <T> String join(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(","));
    }

    private static Cursor updateCursor(Row row) {
        return Cursor.of(UPDATE_LIST, row.item.updatedAt(), row.item.id().value());
    }

    private static Cursor dueCursor(Row row) {
        return Cursor.of(
                DUE_LIST,
                Objects.requireNonNullElse(row.item.dueDate(), NO_DAY),
                row.item.id().value());
    }

    private static Row row(Columns columns, String project) throws SQLException {
        var id = new TaskId(columns.id());
        var number = columns.number();
        var key = new TaskKey(project, number).toString();
        var source = columns.textOrNull();
        var item = new TaskItem(
                id,
                key,
                project,
                number,
                key.equals(source) ? null : source,
                columns.text(),
                new StatusId(columns.id()),
                columns.type(),
                columns.priority(),
                columns.user(),
                columns.user(),
                columns.points(),
                columns.day(),
                columns.day(),
                columns.labels(),
                columns.parent(project),
                columns.flag(),
                columns.time(),
                columns.time(),
                columns.number());
        return new Row(item, columns.text());
    }
}
