package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.projects.Workflows;
import dev.pmt.api.wire.WireName;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tasks of a bulk change, any number a statement. */
@Repository
class BulkTasks {

    private static final String ASSIGNABLE = """
            SELECT m.user_id FROM project_member m LEFT JOIN profile f ON f.user_id = m.user_id
             WHERE m.project_id = :project AND f.active IS NOT FALSE
            """;

    private static final String SPRINTS = "SELECT id, name, state FROM sprint WHERE project_id = :project";

    private static final String TASKS = "SELECT t.id, t.number, t.version, t.archived, s.category = 'done', "
            + "ARRAY(SELECT DISTINCT c.type FROM task c WHERE c.parent_id = t.id), t.title, t.status_id, t.type, "
            + "t.priority, t.assignee_id, t.points, t.estimate_minutes, t.start_date, t.due_date, t.labels, t.custom, "
            + ParentTask.COLUMN + ", " + TaskSprint.COLUMN + """
              FROM task t
              JOIN status s ON s.id = t.status_id
             WHERE t.id = ANY (string_to_array(:ids, ',')::uuid[])
            """;

    private static final String WRITE = """
            UPDATE task t
               SET status_id = r.status_id, type = r.type, priority = r.priority, assignee_id = r.assignee_id,
                   points = r.points, estimate_minutes = r.estimate_minutes, start_date = r.start_date, due_date = r.due_date, labels = r.labels,
                   custom = r.custom,
                   sprint_id = r.sprint_id,
                   sprint_added = CASE WHEN t.sprint_id = r.sprint_id THEN t.sprint_added ELSE r.sprint_added END,
                   archived = r.archived, version = t.version + r.facts, updated_at = :now
              FROM json_to_recordset(:rows::json) AS r (
                   id uuid, status_id uuid, type text, priority text, assignee_id uuid, points numeric, estimate_minutes integer, start_date date,
                   due_date date, labels text[], custom jsonb, sprint_id uuid, sprint_added boolean, archived boolean, facts bigint)
             WHERE t.id = r.id
            """;

    private final JdbcClient jdbc;
    private final Workflows workflows;
    private final CustomFields fields;
    private final JsonMapper json;
    private final Clock clock;

    BulkTasks(JdbcClient jdbc, Workflows workflows, CustomFields fields, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.workflows = workflows;
        this.fields = fields;
        this.json = json;
        this.clock = clock;
    }

    /** Reads what the rules need to know of a project. */
    BulkRules rules(ProjectId project, String projectKey) {
        var assignable = jdbc.sql(ASSIGNABLE)
                .param("project", project.value())
                .query((row, number) -> new UserId(new Columns(row).id()))
                .list();
        var sprints = new HashMap<SprintId, TaskSprint>();
        jdbc.sql(SPRINTS)
                .param("project", project.value())
                .query((row, number) -> sprint(new Columns(row)))
                .list()
                .forEach(sprint -> sprints.put(sprint.id(), sprint));
        return new BulkRules(projectKey, workflows.of(project), new HashSet<>(assignable), fields.of(project), sprints);
    }

    /** Reads tasks as they are. */
    Map<TaskId, BulkTask> tasks(String projectKey, List<TaskId> ids) {
        var tasks = new HashMap<TaskId, BulkTask>();
        jdbc.sql(TASKS)
                .param("ids", TaskId.join(ids))
                .query((row, number) -> task(new Columns(row), projectKey))
                .list()
                .forEach(task -> tasks.put(task.id(), task));
        return tasks;
    }

    /** Writes what became of tasks of a locked project, each with the number of its facts. */
    void write(Map<BulkOutcome, Integer> outcomes) {
        var rows = outcomes.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        jdbc.sql(WRITE)
                .param("rows", json.writeValueAsString(rows))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static Map<String, @Nullable Object> row(BulkOutcome outcome, int facts) {
        var after = outcome.after();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", outcome.task().id());
        row.put("status_id", after.statusId());
        row.put("type", after.type());
        row.put("priority", after.priority());
        row.put("assignee_id", after.assigneeId());
        row.put("points", after.points());
        row.put("estimate_minutes", after.estimateMinutes());
        row.put("start_date", after.startDate());
        row.put("due_date", after.dueDate());
        row.put("labels", after.labels());
        row.put("custom", after.custom());
        row.put("sprint_id", TaskSprint.idOf(after.sprint()));
        row.put("sprint_added", after.sprint() != null && after.sprint().addedAfterStart());
        row.put("archived", outcome.archived());
        row.put("facts", facts);
        return row;
    }

    private static TaskSprint sprint(Columns row) throws SQLException {
        var id = new SprintId(row.id());
        var name = row.text();
        var state = WireName.parse(SprintState.class, row.text());
        return new TaskSprint(id, name, state, state == SprintState.ACTIVE);
    }

    private static BulkTask task(Columns row, String projectKey) throws SQLException {
        return new BulkTask(
                new TaskId(row.id()),
                new TaskKey(projectKey, row.number()).toString(),
                row.number(),
                row.flag(),
                row.flag(),
                types(row.labels()),
                new TaskState(
                        row.text(),
                        "",
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
                        row.parent(projectKey),
                        row.sprint()));
    }

    private static Set<TaskType> types(List<String> names) {
        return Arrays.stream(TaskType.values())
                .filter(type -> names.contains(type.wireName()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
