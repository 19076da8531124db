package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bulk changes as the members of their project see them. */
@Repository
class BulkChanges {

    /** How many reasons are told; all are counted. */
    static final int REASONS = 100;

    private static final String FIND = """
            SELECT b.id, p.key, b.state, b.undoes, b.total, b.done, b.changed, b.refused, b.error, b.created_by,
                   b.created_at, b.finished_at
              FROM bulk_change b
              JOIN project p ON p.id = b.project_id
              JOIN project_member m ON m.project_id = b.project_id AND m.user_id = :user
             WHERE b.id = :id AND p.key = :project
            """;

    private static final String REFUSALS = """
            SELECT p.key || '-' || t.number AS key, b.reason
              FROM bulk_task b
              JOIN task t ON t.id = b.task_id
              JOIN project p ON p.id = t.project_id
             WHERE b.change_id = :id AND b.reason IS NOT NULL
             ORDER BY b.position
             LIMIT :limit
            """;

    private static final String CHANGED = """
            SELECT task_id FROM bulk_task WHERE change_id = :id AND version IS NOT NULL ORDER BY position
            """;

    private final JdbcClient jdbc;

    BulkChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a change of a known project that the user is a member of, or refuses (404). */
    BulkChange get(String project, UserId user, BulkChangeId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .param("project", project)
                .param("user", user.value())
                .query(this::row)
                .optional()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "Bulk change " + id.value() + " does not exist, is too long ago, or you are not a member of its"
                                + " project."));
    }

    /** Lists the tasks that a change made different. */
    List<TaskId> changed(BulkChangeId id) {
        return jdbc.sql(CHANGED)
                .param("id", id.value())
                .query((row, number) -> new TaskId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<BulkChange.Refusal> refusals(BulkChangeId id) {
        return jdbc.sql(REFUSALS)
                .param("id", id.value())
                .param("limit", REASONS)
                .query((row, number) -> new BulkChange.Refusal(row.getString("key"), row.getString("reason")))
                .list();
    }

    private BulkChange row(ResultSet row, int number) throws SQLException {
        var id = new BulkChangeId(row.getObject("id", UUID.class));
        var undoes = row.getObject("undoes", UUID.class);
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        var refused = row.getLong("refused");
        return new BulkChange(
                id,
                row.getString("key"),
                WireName.parse(BulkState.class, row.getString("state")),
                undoes == null ? null : new BulkChangeId(undoes),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("changed"),
                refused,
                refused == 0 ? List.of() : refusals(id),
                row.getString("error"),
                new UserId(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
