package dev.pmt.api.tasks;

import dev.pmt.api.projects.StatusId;
import dev.pmt.api.projects.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of a project's tasks, page by page; empty for who is not a member. */
@Repository
class TaskList {

    // The project is a scalar subquery: its one value leads the index that gives the order, however many tasks there
    // are; rights and data still come from one statement.
    private static final String BY_RANK = """
            SELECT id, number, source_key, title, status_id, type, priority, assignee_id, reporter_id, points, labels,
                   rank, archived, version, created_at, updated_at
              FROM task
             WHERE project_id = (SELECT m.project_id
                                   FROM project p JOIN project_member m ON m.project_id = p.id
                                  WHERE p.key = :project AND m.user_id = :user)
               AND archived = :archived
               AND (:statuses = '' OR status_id = ANY (string_to_array(:statuses, ',')::uuid[]))
               AND (:types = '' OR type = ANY (string_to_array(:types, ',')))
               AND (:assignee::uuid IS NULL OR assignee_id = :assignee)
               AND (NOT :unassigned OR assignee_id IS NULL)
               AND labels @> string_to_array(:labels, ',')
               AND title ILIKE :pattern
               AND rank > :rank
             ORDER BY rank
             LIMIT :limit
            """;

    private static final String BY_UPDATE = """
            SELECT id, number, source_key, title, status_id, type, priority, assignee_id, reporter_id, points, labels,
                   rank, archived, version, created_at, updated_at
              FROM task
             WHERE project_id = (SELECT m.project_id
                                   FROM project p JOIN project_member m ON m.project_id = p.id
                                  WHERE p.key = :project AND m.user_id = :user)
               AND archived = :archived
               AND (:statuses = '' OR status_id = ANY (string_to_array(:statuses, ',')::uuid[]))
               AND (:types = '' OR type = ANY (string_to_array(:types, ',')))
               AND (:assignee::uuid IS NULL OR assignee_id = :assignee)
               AND (NOT :unassigned OR assignee_id IS NULL)
               AND labels @> string_to_array(:labels, ',')
               AND title ILIKE :pattern
               AND (updated_at, id) < (:updated, :id)
             ORDER BY updated_at DESC, id DESC
             LIMIT :limit
            """;

    private static final String RANK_LIST = "tasks-by-rank";
    private static final String UPDATE_LIST = "tasks-by-update";
    private static final UUID LAST = new UUID(-1, -1);

    private record Row(TaskItem item, String rank) {}

    private final JdbcClient jdbc;

    TaskList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists tasks in rank order. */
    Page<TaskItem> byRank(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var after = Cursor.parse(cursor, RANK_LIST, 1).map(c -> c.string(0)).orElse("");
        var rows = filtered(BY_RANK, project, user, filter)
                .param("rank", after)
                .param("limit", limit + 1)
                .query((row, number) -> row(row, project))
                .list();
        return Page.of(rows, limit, row -> Cursor.of(RANK_LIST, row.rank)).map(Row::item);
    }

    /** Lists tasks by their last change, newest first. */
    Page<TaskItem> byUpdate(String project, UserId user, TaskFilter filter, @Nullable String cursor, int limit) {
        var from = Cursor.parse(cursor, UPDATE_LIST, 2);
        var rows = filtered(BY_UPDATE, project, user, filter)
                .param(
                        "updated",
                        from.map(c -> c.time(0).atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX))
                .param("id", from.map(c -> c.id(1)).orElse(LAST))
                .param("limit", limit + 1)
                .query((row, number) -> row(row, project))
                .list();
        return Page.of(rows, limit, TaskList::updateCursor).map(Row::item);
    }

    private JdbcClient.StatementSpec filtered(String sql, String project, UserId user, TaskFilter filter) {
        var assignee = filter.assignee() instanceof TaskFilter.Assignee.User(var id) ? id.value() : null;
        return jdbc.sql(sql)
                .param("project", project)
                .param("user", user.value())
                .param("archived", filter.archived())
                .param(
                        "statuses",
                        filter.statuses().stream().map(StatusId::toString).collect(Collectors.joining(",")))
                .param("types", filter.types().stream().map(TaskType::wireName).collect(Collectors.joining(",")))
                .param("assignee", assignee)
                .param("unassigned", filter.assignee() instanceof TaskFilter.Assignee.None)
                .param("labels", Labels.join(filter.labels()))
                .param("pattern", filter.pattern());
    }

    private static Cursor updateCursor(Row row) {
        return Cursor.of(UPDATE_LIST, row.item.updatedAt(), row.item.id().value());
    }

    private static Row row(ResultSet row, String project) throws SQLException {
        var key = new TaskKey(project, row.getLong("number")).toString();
        var item = new TaskItem(
                new TaskId(Columns.id(row, "id")),
                key,
                project,
                row.getLong("number"),
                Optional.ofNullable(row.getString("source_key"))
                        .filter(source -> !source.equals(key))
                        .orElse(null),
                row.getString("title"),
                new StatusId(Columns.id(row, "status_id")),
                Columns.type(row),
                Columns.priority(row),
                Columns.user(row, "assignee_id"),
                Columns.user(row, "reporter_id"),
                Columns.points(row),
                Columns.labels(row),
                row.getBoolean("archived"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"),
                row.getLong("version"));
        return new Row(item, row.getString("rank"));
    }
}
