package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes many tasks a statement; a batch travels as one JSON array. */
@Repository
class TaskRows {

    private static final String KNOWN = """
            SELECT source_key, id, source_hash, source -> 'hashes' AS hashes
              FROM task
             WHERE project_id = :project
               AND source_key IN (SELECT json_array_elements_text(:keys::json))
            """;

    private static final String CURRENT = """
            SELECT id, number, version,
                   parent_id IS NOT NULL OR EXISTS (SELECT FROM task c WHERE c.parent_id = task.id),
                   sprint_id IS NOT NULL, title, description, status_id, type, priority, assignee_id, points,
                   estimate_minutes, start_date, due_date, labels, custom
              FROM task
             WHERE id IN (SELECT json_array_elements_text(:ids::json)::uuid)
            """;

    private static final String TAKEN = """
            SELECT number
              FROM task
             WHERE project_id = :project
               AND number IN (SELECT json_array_elements_text(:numbers::json)::bigint)
            """;

    private static final String INSERT = """
            INSERT INTO task (id, project_id, number, title, description, status_id, type, priority, assignee_id,
                              reporter_id, points, estimate_minutes, start_date, due_date, labels, custom, rank,
                              created_at, updated_at, source_key, source_hash, source)
            SELECT r.id, :project, r.number, r.title, r.description, r.status_id, r.type, r.priority, r.assignee_id,
                   :reporter, r.points, r.estimate_minutes, r.start_date, r.due_date, r.labels, r.custom, r.rank,
                   :now, :now, r.source_key, r.source_hash,
                   json_build_object('hashes', r.hashes, 'cells', r.cells)
              FROM json_to_recordset(:rows::json) AS r (
                   id uuid, number bigint, title text, description text, status_id uuid, type text, priority text,
                   assignee_id uuid, points numeric, estimate_minutes integer, start_date date, due_date date,
                   labels text[], custom jsonb, rank text, source_key text, source_hash text, hashes json, cells json)
            """;

    private static final String UPDATE = """
            UPDATE task t
               SET title       = CASE WHEN 'title' = ANY (r.changed) THEN r.title ELSE t.title END,
                   description = CASE WHEN 'description' = ANY (r.changed) THEN r.description ELSE t.description END,
                   status_id   = CASE WHEN 'status' = ANY (r.changed) THEN r.status_id ELSE t.status_id END,
                   type        = CASE WHEN 'type' = ANY (r.changed) THEN r.type ELSE t.type END,
                   priority    = CASE WHEN 'priority' = ANY (r.changed) THEN r.priority ELSE t.priority END,
                   assignee_id = CASE WHEN 'assignee' = ANY (r.changed) THEN r.assignee_id ELSE t.assignee_id END,
                   points      = CASE WHEN 'points' = ANY (r.changed) THEN r.points ELSE t.points END,
                   estimate_minutes = CASE WHEN 'estimate' = ANY (r.changed) THEN r.estimate_minutes ELSE t.estimate_minutes END,
                   start_date  = CASE WHEN 'start' = ANY (r.changed) THEN r.start_date ELSE t.start_date END,
                   due_date    = CASE WHEN 'due' = ANY (r.changed) THEN r.due_date ELSE t.due_date END,
                   labels      = CASE WHEN 'labels' = ANY (r.changed) THEN r.labels ELSE t.labels END,
                   custom      = r.custom,
                   source_hash = r.source_hash,
                   source      = jsonb_build_object(
                       'hashes', (t.source -> 'hashes') || r.hashes,
                       'cells', ((t.source -> 'cells') - r.columns) || r.cells),
                   version     = t.version + r.facts,
                   updated_at  = :now
              FROM json_to_recordset(:rows::json) AS r (
                   id uuid, title text, description text, status_id uuid, type text, priority text, assignee_id uuid,
                   points numeric, estimate_minutes integer, start_date date, due_date date, labels text[], custom jsonb,
                   source_hash text, hashes jsonb, cells jsonb, columns text[], changed text[], facts bigint)
             WHERE t.id = r.id
            """;

    private static final String ANALYZE = "ANALYZE task";

    private static final TypeReference<Map<String, String>> HASHES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TaskRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, TaskRow.Known> known(ProjectId project, Collection<String> sourceKeys) {
        var known = new HashMap<String, TaskRow.Known>();
        jdbc.sql(KNOWN)
                .param("project", project.value())
                .param("keys", json.writeValueAsString(sourceKeys))
                .query((row, number) -> known.put(
                        row.getString("source_key"),
                        new TaskRow.Known(
                                new TaskId(row.getObject("id", UUID.class)),
                                row.getString("source_hash"),
                                json.readValue(row.getString("hashes"), HASHES))))
                .list();
        return known;
    }

    List<Long> taken(ProjectId project, Collection<Long> numbers) {
        return jdbc.sql(TAKEN)
                .param("project", project.value())
                .param("numbers", json.writeValueAsString(numbers))
                .query(Long.class)
                .list();
    }

    void insert(ProjectId project, UserId reporter, List<TaskRow.Insert> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        var maps = rows.stream().map(TaskRows::map).toList();
        jdbc.sql(INSERT)
                .param("project", project.value())
                .param("reporter", reporter.value())
                .param("rows", json.writeValueAsString(maps))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Reads tasks as they are; their project is locked. */
    Map<TaskId, TaskRow.Current> current(Collection<TaskId> ids) {
        var current = new HashMap<TaskId, TaskRow.Current>();
        jdbc.sql(CURRENT)
                .param("ids", json.writeValueAsString(ids))
                .query((row, number) -> {
                    var columns = new Columns(row);
                    return current.put(new TaskId(columns.id()), current(columns));
                })
                .list();
        return current;
    }

    private static TaskRow.Current current(Columns row) throws SQLException {
        return new TaskRow.Current(
                row.number(),
                row.number(),
                row.flag(),
                row.flag(),
                new TaskState(
                        row.text(),
                        row.text(),
                        new StatusId(row.id()),
                        row.type(),
                        row.priority(),
                        row.user(),
                        row.points(),
                        row.smallOrNull(),
                        row.day(),
                        row.day(),
                        row.labels(),
                        row.custom(),
                        null,
                        null));
    }

    void update(List<TaskRow.CountedUpdate> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        var maps = rows.stream().map(TaskRows::map).toList();
        jdbc.sql(UPDATE)
                .param("rows", json.writeValueAsString(maps))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void analyze() {
        jdbc.sql(ANALYZE).update();
    }

    private static Map<String, Object> map(TaskRow.Insert row) {
        var map = map(row.id(), row.task());
        map.put("number", row.number());
        map.put("rank", row.rank().text());
        map.put("custom", row.task().customFields());
        map.put("source_key", row.task().sourceKey());
        return map;
    }

    private static Map<String, Object> map(TaskRow.CountedUpdate counted) {
        var row = counted.update();
        var map = map(row.id(), row.task());
        map.put("facts", counted.facts());
        map.put("custom", counted.custom());
        map.put("columns", row.task().source().columns());
        map.put("changed", row.changed());
        return map;
    }

    /** Leaves nulls out: an absent member becomes NULL in the record. */
    private static Map<String, Object> map(TaskId id, ImportedTask task) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", id.value());
        map.put("title", task.title());
        map.put("description", task.description());
        map.put("status_id", task.statusId().value());
        map.put("type", task.type().wireName());
        map.put("priority", task.priority().wireName());
        map.put("labels", task.labels());
        map.put("source_hash", task.source().hash());
        map.put("hashes", task.source().hashes());
        map.put("cells", task.source().cells());
        if (task.assigneeId() != null) {
            map.put("assignee_id", task.assigneeId().value());
        }
        if (task.points() != null) {
            map.put("points", task.points());
        }
        if (task.estimateMinutes() != null) {
            map.put("estimate_minutes", task.estimateMinutes());
        }
        if (task.startDate() != null) {
            map.put("start_date", task.startDate().toString());
        }
        if (task.dueDate() != null) {
            map.put("due_date", task.dueDate().toString());
        }
        return map;
    }
}
