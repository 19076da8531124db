package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to tasks; written by {@link ActivityProjection} alone. */
@Repository
class Activities {

    private static final String ADD = """
            INSERT INTO task_activity (task_id, version, event_id, kind, at, actor_id, changes, other_id)
            SELECT a.task, a.version, a.id, a.kind, a.at, a."actorId", a.changes, a."otherId"
              FROM json_to_recordset(:activities::json) AS a (
                   task uuid, version bigint, id uuid, kind text, at timestamptz, "actorId" uuid, changes jsonb,
                   "otherId" uuid)
            """;

    /** A file that came or went, and time that was logged, have the version of the change beside them, and no way back. */
    private static final String UNDOABLE =
            "kind NOT IN ('attached', 'detached', 'logged', 'log-corrected', 'unlogged')";

    private static final String LIST = """
            SELECT event_id, kind, at, actor_id, changes, task_id, version, other_id,
                   (SELECT key FROM visible_task WHERE id = other_id AND viewer_id = :reader) AS other_key,
                   %s AND EXISTS (SELECT FROM task_change c WHERE c.task_id = task_activity.task_id AND %s) AS undoable
              FROM task_activity
             WHERE task_id = :task AND (version, event_id) < (:before, :beforeId)
             ORDER BY version DESC, event_id DESC
             LIMIT :limit
            """.formatted(UNDOABLE, TaskChanges.COVERS.formatted("task_activity.version"));

    private static final String FIND = """
            SELECT changes, version, kind
              FROM task_activity
             WHERE task_id = :task AND event_id = :id AND %s
            """.formatted(UNDOABLE);

    private static final String FORGET = """
            DELETE FROM task_activity a
             USING event_log l
             WHERE a.task_id = coalesce((l.data ->> 'taskId')::uuid, l.subject) AND a.event_id = l.id AND l.position > :after
            """;

    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    /** What a line of a history is about. */
    record Line(long version, Set<String> fields) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Activities(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(List<Activity> activities) {
        var rows = activities.stream().map(Activities::map).toList();
        jdbc.sql(ADD).param("activities", json.writeValueAsString(rows)).update();
    }

    /** Deletes what events beyond a position led to; what led to older lines is kept no longer, so they stay. */
    void forget(long after) {
        jdbc.sql(FORGET).param("after", after).update();
    }

    private static Map<String, Object> map(Activity activity) {
        var map = new HashMap<String, Object>();
        map.put("task", activity.task());
        map.put("version", activity.version());
        map.put("id", activity.id());
        map.put("kind", activity.kind());
        map.put("at", activity.at());
        map.put("changes", activity.changes());
        if (activity.actorId() != null) {
            map.put("actorId", activity.actorId());
        }
        if (activity.other() != null) {
            map.put("otherId", activity.other());
        }
        return map;
    }

    /** Lists a task's activities before a place, latest first; keys of other tasks only when the reader sees them. */
    List<Activity> list(TaskId task, UserId reader, long before, UUID beforeId, int limit) {
        return jdbc.sql(LIST)
                .param("task", task.value())
                .param("reader", reader.value())
                .param("before", before)
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Finds the version of a task that a line of its history tells of, and the fields in it; none of what is no change of it. */
    Optional<Line> find(TaskId task, UUID activity) {
        return jdbc.sql(FIND)
                .param("task", task.value())
                .param("id", activity)
                .query((row, number) -> new Line(
                        row.getLong("version"),
                        fields(row.getString("kind"), json.readValue(row.getString("changes"), CHANGES))))
                .optional();
    }

    private static Set<String> fields(String kind, List<FieldChange> changes) {
        return kind.endsWith("archived")
                ? Set.of(FieldChange.ARCHIVED)
                : changes.stream().map(FieldChange::field).collect(Collectors.toSet());
    }

    private Activity row(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor_id", UUID.class);
        var other = row.getObject("other_id", UUID.class);
        return new Activity(
                        row.getObject("event_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        actor == null ? null : new UserId(actor),
                        json.readValue(row.getString("changes"), CHANGES),
                        row.getBoolean("undoable"),
                        new TaskId(row.getObject("task_id", UUID.class)),
                        row.getLong("version"),
                        other == null ? null : new TaskId(other))
                .naming(row.getString("other_key"));
    }
}
