package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.projects.Workflows;
import dev.pmt.api.wire.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** What people do with tasks, for inner modules that act in their names: every rule of the HTTP doors holds. */
@Repository
public class TaskActions {

    private static final String OPEN = """
            SELECT t.number, t.type, t.status_id, t.assignee_id, t.points, t.sprint_id, t.version,
                   t.created_at::date
              FROM task t
              JOIN status s ON s.id = t.status_id
             WHERE t.project_id = :project AND NOT t.archived AND s.category <> 'done'
             ORDER BY t.rank
            """;

    private static final String SPRINTS = """
            SELECT id FROM sprint WHERE project_id = :project AND state <> 'completed' ORDER BY starts_on
            """;

    private static final String COUNT = "SELECT count(*) FROM task WHERE project_id = :project";

    /** A task that is not done, shortly. */
    public record Open(
            long number,
            String key,
            TaskType type,
            StatusId status,
            @Nullable UserId assignee,
            @Nullable BigDecimal points,
            @Nullable UUID sprint,
            long version,
            LocalDate since) {}

    /** A task that somebody writes down. */
    public record Draft(
            String title,
            String description,
            TaskType type,
            Priority priority,
            @Nullable BigDecimal points,
            @Nullable BigDecimal estimateMinutes,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            List<String> labels,
            Map<String, @Nullable JsonNode> customFields,
            @Nullable String parentKey) {}

    private final JdbcClient jdbc;
    private final TaskCreation creation;
    private final TaskEdits edits;
    private final Workflows workflows;
    private final CommentEdits comments;
    private final RelationEdits relations;
    private final SprintEdits sprints;
    private final SprintStates states;
    private final SprintTasks plans;

    TaskActions(
            JdbcClient jdbc,
            TaskCreation creation,
            TaskEdits edits,
            Workflows workflows,
            CommentEdits comments,
            RelationEdits relations,
            SprintEdits sprints,
            SprintStates states,
            SprintTasks plans) {
        this.jdbc = jdbc;
        this.creation = creation;
        this.edits = edits;
        this.workflows = workflows;
        this.comments = comments;
        this.relations = relations;
        this.sprints = sprints;
        this.states = states;
        this.plans = plans;
    }

    /** Lists what is not done, in the order of the board. */
    public List<Open> open(ProjectId project, String projectKey) {
        return jdbc.sql(OPEN)
                .param("project", project.value())
                .query((row, number) -> {
                    var columns = new Columns(row);
                    var task = columns.number();
                    return new Open(
                            task,
                            new TaskKey(projectKey, task).toString(),
                            columns.type(),
                            new StatusId(columns.id()),
                            columns.user(),
                            columns.points(),
                            SprintId.valueOrNull(columns.sprintId()),
                            columns.number(),
                            row.getObject("created_at", LocalDate.class));
                })
                .list();
    }

    /** Lists the sprints that are active or planned, by their first days. */
    public List<UUID> openSprints(ProjectId project) {
        return jdbc.sql(SPRINTS)
                .param("project", project.value())
                .query(UUID.class)
                .list();
    }

    /** Counts a project's tasks. */
    public long count(ProjectId project) {
        return jdbc.sql(COUNT)
                .param("project", project.value())
                .query(Long.class)
                .single();
    }

    /** Returns the new task's key. */
    public String create(String project, UserId user, Draft draft) {
        var body = new NewTask(
                draft.title,
                draft.description,
                null,
                draft.type,
                draft.priority,
                null,
                draft.points,
                draft.estimateMinutes,
                draft.start == null ? null : draft.start.toString(),
                draft.due == null ? null : draft.due.toString(),
                draft.labels.stream().<@Nullable String>map(label -> label).toList(),
                draft.customFields,
                draft.parentKey,
                null);
        return creation.create(project, user, body).key();
    }

    /** Puts a task into another status if the workflow leads there, and then into somebody's hands when they are named. */
    public void change(Open task, UserId user, StatusId status, @Nullable UserId assignee) {
        if (!workflows.allows(task.status, status)) {
            return;
        }
        var owner = assignee == null ? Change.<UserId>absent() : Change.to(assignee);
        edits.update(task.key, user, task.version, TaskPatch.of(Change.to(status), owner));
    }

    public void archive(String key, UserId user) {
        edits.archive(key, user, true);
    }

    /** Returns the comment's id. */
    public UUID comment(String key, UserId user, String text) {
        return comments.add(key, user, new NewComment(text)).id().value();
    }

    public void react(String key, UUID comment, UserId user, String emoji) {
        comments.react(key, new CommentId(comment), user, Emoji.parse(emoji));
    }

    /** Notes that a task must be done before another one. */
    public void block(String key, UserId user, String blocked) {
        relations.add(key, user, new NewRelation(RelationKind.BLOCKS, blocked));
    }

    /** Returns the new sprint's id. */
    public UUID planSprint(
            String project,
            UserId user,
            String name,
            String goal,
            LocalDate first,
            LocalDate last,
            BigDecimal capacity) {
        var body = new NewSprint(name, goal, first.toString(), last.toString(), capacity);
        return sprints.create(project, user, body).id().value();
    }

    public void startSprint(String project, UserId user, UUID sprint) {
        states.start(project, new SprintId(sprint), user);
    }

    /** Completes a sprint; what is not done goes to another one. */
    public void completeSprint(String project, UserId user, UUID sprint, UUID next) {
        states.complete(project, new SprintId(sprint), user, new SprintId(next));
    }

    public void putIntoSprint(String project, UserId user, UUID sprint, List<String> keys) {
        plans.put(
                project,
                user,
                new SprintId(sprint),
                new PlanTasks(keys.stream().<@Nullable String>map(key -> key).toList(), null, null));
    }
}
