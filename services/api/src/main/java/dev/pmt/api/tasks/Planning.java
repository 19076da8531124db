package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Puts tasks of a locked project into sprints and takes them out again, any number a statement. */
@Repository
class Planning {

    private static final String TASKS = "SELECT t.id, t.number, t.version, t.type, t.archived, s.category = 'done', "
            + "coalesce(t.points, 0), t.status_id, t.rank, " + TaskSprint.COLUMN + """
              FROM task t
              JOIN status s ON s.id = t.status_id
             WHERE t.project_id = :project
            """;

    private static final String SPRINT = "SELECT name, state FROM sprint WHERE project_id = :project AND id = :id";

    private static final String PUT = """
            UPDATE task t
               SET sprint_id    = :sprint::uuid,
                   sprint_added = CASE WHEN t.sprint_id = :sprint::uuid THEN t.sprint_added ELSE :added END,
                   rank         = r.rank,
                   version      = t.version + r.facts,
                   updated_at   = :now
              FROM json_to_recordset(:rows::json) AS r (id uuid, rank text, facts bigint)
             WHERE t.id = r.id
            """;

    private static final String REMOVED = """
            UPDATE sprint
               SET removed_tasks = removed_tasks + :tasks, removed_points = removed_points + :points
             WHERE id = :id
            """;

    /** A task as planning sees it. */
    record Planned(
            TaskId id,
            long number,
            long version,
            TaskType type,
            boolean archived,
            boolean done,
            Amount size,
            StatusId status,
            Rank rank,
            @Nullable TaskSprint sprint) {

        /** Tells whether it waits for a sprint: in none, or left behind by a completed one. */
        boolean inBacklog() {
            return sprint == null || sprint.state() == SprintState.COMPLETED;
        }
    }

    /** Where a task goes in the order of its project. */
    record Step(Planned task, Rank rank) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TaskChanges changes;
    private final Clock clock;
    private final EventLog log;

    Planning(JdbcClient jdbc, JsonMapper json, TaskChanges changes, Clock clock, EventLog log) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
        this.log = log;
    }

    /** Finds a sprint of the project as a task that goes there now will show it. */
    Optional<TaskSprint> sprint(ProjectId project, SprintId id) {
        return jdbc.sql(SPRINT)
                .param("project", project.value())
                .param("id", id.value())
                .query((row, number) -> {
                    var state = WireName.parse(SprintState.class, row.getString("state"));
                    return new TaskSprint(id, row.getString("name"), state, state == SprintState.ACTIVE);
                })
                .optional();
    }

    /** Finds tasks by their numbers. */
    Map<Long, Planned> tasks(ProjectId project, Collection<Long> numbers) {
        var tasks = new HashMap<Long, Planned>();
        jdbc.sql(TASKS + " AND t.number IN (SELECT json_array_elements_text(:numbers::json)::bigint)")
                .param("project", project.value())
                .param("numbers", json.writeValueAsString(numbers))
                .query((row, number) -> planned(row))
                .list()
                .forEach(task -> tasks.put(task.number, task));
        return tasks;
    }

    /** Lists the tasks of a sprint by rank, archived ones too. */
    List<Planned> tasks(ProjectId project, SprintId sprint) {
        return jdbc.sql(TASKS + " AND t.sprint_id = :sprint ORDER BY t.rank")
                .param("project", project.value())
                .param("sprint", sprint.value())
                .query((row, number) -> planned(row))
                .list();
    }

    /** Puts tasks into a sprint, or into the backlog when there is none; each at its place. */
    void put(String projectKey, ProjectId project, UserId user, List<Step> steps, @Nullable TaskSprint sprint) {
        var to = TaskSprint.idOf(sprint);
        var facts = new ArrayList<Fact>();
        var noted = new ArrayList<TaskChange>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var step : steps) {
            var task = step.task;
            var key = new TaskKey(projectKey, task.number).toString();
            var made = new TaskFacts(task.id, project, key, task.version, user)
                    .planned(
                            TaskSprint.idOf(task.sprint),
                            to,
                            task.status,
                            step.rank.equals(task.rank) ? null : step.rank);
            if (!made.isEmpty()) {
                noted.add(new TaskChange(task.id, task.version + made.size(), made.size(), changes(step, to)));
                rows.add(Map.of("id", task.id.value(), "rank", step.rank.text(), "facts", made.size()));
                facts.addAll(made);
            }
        }
        jdbc.sql(PUT)
                .param("sprint", SprintId.valueOrNull(to))
                .param("added", sprint != null && sprint.addedAfterStart())
                .param("rows", json.writeValueAsString(rows))
                .param("now", OffsetDateTime.now(clock))
                .update();
        var left = new HashMap<SprintId, Amount>();
        for (var step : steps) {
            var from = step.task.sprint;
            if (from != null && !from.id().equals(to)) {
                left.merge(from.id(), leaving(from, step.task.size), Amount::plus);
            }
        }
        left.forEach(this::noteLeft);
        changes.note(noted);
        log.append(facts);
    }

    private static List<FieldChange> changes(Step step, @Nullable SprintId to) {
        var changes = new ArrayList<FieldChange>();
        var from = TaskSprint.idOf(step.task.sprint);
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(
                    FieldChange.SPRINT, from == null ? null : from.toString(), to == null ? null : to.toString()));
        }
        if (!step.rank.equals(step.task.rank)) {
            changes.add(new FieldChange(FieldChange.RANK, step.task.rank.text(), step.rank.text()));
        }
        return changes;
    }

    /** Notes that a task leaves its sprint for another one or none. */
    void noteLeft(TaskSprint from, Amount size) {
        noteLeft(from.id(), leaving(from, size));
    }

    /** Notes that a sprint lost so much of its commitment. */
    void noteLeft(SprintId sprint, Amount amount) {
        if (amount.tasks() > 0) {
            jdbc.sql(REMOVED)
                    .param("id", sprint.value())
                    .param("tasks", amount.tasks())
                    .param("points", amount.points())
                    .update();
        }
    }

    /** Returns what a sprint loses of its commitment: nothing by what was added, or before it began, or since it ended. */
    static Amount leaving(TaskSprint from, Amount size) {
        return from.state() == SprintState.ACTIVE && !from.addedAfterStart() ? size : Amount.NONE;
    }

    private static Planned planned(ResultSet row) throws SQLException {
        var columns = new Columns(row);
        return new Planned(
                new TaskId(columns.id()),
                columns.number(),
                columns.number(),
                columns.type(),
                columns.flag(),
                columns.flag(),
                new Amount(1, Objects.requireNonNull(columns.points())),
                new StatusId(columns.id()),
                new Rank(columns.text()),
                columns.sprint());
    }
}
