package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.queries.Query;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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
    private static final String TASKS = "SELECT " + TaskItem.COLUMNS + """
            , t.rank
              FROM task t
             WHERE t.project_id = (SELECT m.project_id
                                   FROM project p JOIN project_member m ON m.project_id = p.id
                                  WHERE p.key = :project AND m.user_id = :user)
            """;

    // as in the index that gives the order
    private static final String DUE = "coalesce(t.due_date, DATE '9999-12-31')";
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
        var conditions = filter.conditions(Query.ALL);
        Cursor.parse(cursor, RANK_LIST, 1).ifPresent(last -> conditions.add("t.rank > :rank", "rank", last.string(0)));
        return Page.of(rows(project, user, conditions, "t.rank", limit), limit, row -> Cursor.of(RANK_LIST, row.rank))
                .map(Row::item);
    }

    /** Lists tasks by their last change, newest first. */
    Page<TaskItem> byUpdate(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var conditions = filter.conditions(Query.ALL);
        Cursor.parse(cursor, UPDATE_LIST, 2)
                .ifPresent(last -> conditions
                        .add(
                                "(t.updated_at, t.id) < (:updated, :id)",
                                "updated",
                                last.time(0).atOffset(ZoneOffset.UTC))
                        .with("id", last.id(1)));
        return Page.of(
                        rows(project, user, conditions, "t.updated_at DESC, t.id DESC", limit),
                        limit,
                        TaskList::updateCursor)
                .map(Row::item);
    }

    /** Lists tasks by the day they are due, the soonest first; those without a day come last. */
    Page<TaskItem> byDue(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var conditions = filter.conditions(Query.ALL);
        Cursor.parse(cursor, DUE_LIST, 2)
                .ifPresent(last -> conditions
                        .add("(" + DUE + ", t.id) > (:due, :id)", "due", last.day(0))
                        .with("id", last.id(1)));
        return Page.of(rows(project, user, conditions, DUE + ", t.id", limit), limit, TaskList::dueCursor)
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
        return new Row(TaskItem.read(columns, project), columns.text());
    }
}
