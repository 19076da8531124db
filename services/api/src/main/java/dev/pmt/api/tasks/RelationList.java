package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.WireName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many tasks stand to others, in one list; the reader is a member of the projects at both ends. */
@Repository
class RelationList {

    private static final String LIST_NAME = "relations-of-tasks";

    private static final UUID FIRST = new UUID(0, 0);

    private static final String LIST = """
            WITH asked AS MATERIALIZED (
                SELECT x.id FROM task x JOIN project p ON p.id = x.project_id
                 WHERE p.key = :project AND x.number IN (:numbers)
            ), related AS (
                SELECT r.* FROM asked a JOIN task_relation r ON r.from_id = a.id
                 UNION
                SELECT r.* FROM asked a JOIN task_relation r ON r.to_id = a.id
            )
            SELECT r.id, r.kind, f.key, t.key
              FROM related r
              JOIN visible_task f ON f.id = r.from_id AND f.viewer_id = :user
              JOIN visible_task t ON t.id = r.to_id AND t.viewer_id = :user
             WHERE r.kind IN (:kinds) AND r.id > :after
             ORDER BY r.id
             LIMIT :most
            """;

    private final JdbcClient jdbc;

    RelationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the relations of some tasks of a project, in no order that means something. */
    Page<TaskRelation> of(
            String project,
            List<Long> numbers,
            UserId reader,
            List<RelationKind> kinds,
            @Nullable String cursor,
            int limit) {
        var after = Cursor.parse(cursor, LIST_NAME, 1).map(last -> last.id(0)).orElse(FIRST);
        var rows = jdbc.sql(LIST)
                .param("project", project)
                .param("numbers", numbers)
                .param("user", reader.value())
                .param("kinds", kinds.stream().map(RelationKind::wireName).toList())
                .param("after", after)
                .param("most", limit + 1)
                .query(RelationList::row)
                .list();
        return Page.of(rows, limit, last -> Cursor.of(LIST_NAME, last.id()));
    }

    private static TaskRelation row(ResultSet row, int number) throws SQLException {
        var columns = new Columns(row);
        var id = columns.id();
        var kind = WireName.parse(RelationKind.class, columns.text());
        return new TaskRelation(id, kind, columns.text(), columns.text());
    }
}
