package dev.pmt.api.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people's writes did to tasks, in the transaction of each write; what is kept can be undone. */
@Repository
class TaskChanges {

    private static final String NOTE = """
            INSERT INTO task_change (task_id, version, facts, changes, at)
            SELECT r.task, r.version, r.facts, r.changes, :now
              FROM json_to_recordset(:rows::json) AS r (task uuid, version bigint, facts smallint, changes jsonb)
            """;

    private static final String FORGET = "DELETE FROM task_change WHERE task_id = :task AND version = :version";

    /** Holds for a row {@code c} that made a version of a task; no write has as many facts as the bound, which the index likes. */
    static final String COVERS = "c.version >= %1$s AND c.version < %1$s + 32 AND c.version - c.facts < %1$s";

    private static final String FIND = "SELECT c.task_id, c.version, c.facts, c.changes FROM task_change c "
            + "WHERE c.task_id = :task AND " + COVERS.formatted(":version");

    private static final String OF_BULK = """
            SELECT c.task_id, c.version, c.facts, c.changes
              FROM bulk_task b
              JOIN task_change c ON c.task_id = b.task_id AND c.version = b.version
             WHERE b.change_id = :change AND b.task_id = ANY (string_to_array(:tasks, ',')::uuid[])
            """;

    private static final String PRUNE = "DELETE FROM task_change WHERE at < :before";

    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    TaskChanges(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void note(List<TaskChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(NOTE)
                .param("rows", json.writeValueAsString(changes))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void note(TaskChange change) {
        note(List.of(change));
    }

    /** Notes a write that goes on with the one before it: both are undone together. */
    void noteWith(TaskChange before, TaskChange change) {
        jdbc.sql(FORGET)
                .param("task", before.task().value())
                .param("version", before.version())
                .update();
        note(new TaskChange(
                change.task(),
                change.version(),
                before.facts() + change.facts(),
                Stream.concat(before.changes().stream(), change.changes().stream())
                        .toList()));
    }

    /** Finds the write that made a version of a task, while it is kept. */
    Optional<TaskChange> find(TaskId task, long version) {
        return jdbc.sql(FIND)
                .param("task", task.value())
                .param("version", version)
                .query(this::row)
                .optional();
    }

    /** Finds what a bulk change did to some of its tasks. */
    Map<TaskId, TaskChange> ofBulk(BulkChangeId change, List<TaskId> tasks) {
        var found = new HashMap<TaskId, TaskChange>();
        jdbc.sql(OF_BULK)
                .param("change", change.value())
                .param("tasks", TaskId.join(tasks))
                .query(this::row)
                .list()
                .forEach(one -> found.put(one.task(), one));
        return found;
    }

    /** Deletes what was written before a time; returns how much that was. */
    int prune(OffsetDateTime before) {
        return jdbc.sql(PRUNE).param("before", before).update();
    }

    private TaskChange row(ResultSet row, int number) throws SQLException {
        return new TaskChange(
                new TaskId(row.getObject("task_id", UUID.class)),
                row.getLong("version"),
                row.getInt("facts"),
                json.readValue(row.getString("changes"), CHANGES));
    }
}
