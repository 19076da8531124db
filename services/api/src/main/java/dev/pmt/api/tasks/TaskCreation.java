package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Creates tasks. */
@Repository
class TaskCreation {

    private static final String INSERT = """
            INSERT INTO task (id, project_id, number, title, description, status_id, type, priority, assignee_id,
                              reporter_id, points, estimate_minutes, start_date, due_date, labels, custom, parent_id, sprint_id,
                              sprint_added, rank, created_at, updated_at)
            VALUES (:id, :project, :number, :title, :description, :status, :type, :priority, :assignee,
                    :reporter, :points, :estimate, :start, :due, string_to_array(:labels, ','), :custom::jsonb, :parent, :sprint, :added,
                    :rank, :now, :now)
            """;

    private final JdbcClient jdbc;
    private final ProjectLock projects;
    private final TaskTree tree;
    private final TaskSprints sprints;
    private final CustomEdits custom;
    private final WatcherEdits watchers;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final EventLog log;

    TaskCreation(
            JdbcClient jdbc,
            ProjectLock projects,
            TaskTree tree,
            TaskSprints sprints,
            CustomEdits custom,
            WatcherEdits watchers,
            Supplier<UUID> ids,
            Clock clock,
            EventLog log) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.tree = tree;
        this.sprints = sprints;
        this.custom = custom;
        this.watchers = watchers;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    /** Creates a task with the next number, last in rank. */
    @Transactional
    public Task create(String projectKey, UserId user, NewTask body) {
        var project = projects.append(projectKey, user, body.statusId(), body.assigneeId())
                .orElseThrow(() -> Projects.missing(projectKey));
        project.role().require(ProjectRole.MEMBER);
        var wanted = body.check();
        var faults = new Faults();
        var parent = wanted.parentKey() == null
                ? null
                : tree.find(faults, wanted.parentKey(), wanted.type(), projectKey, user);
        var sprint = sprints.find(faults, wanted.sprintId(), wanted.type(), project.id(), projectKey);
        var values = custom.after(faults, project.id(), CustomValues.NONE, body.customFields());
        var status = check(faults, project, projectKey, wanted);
        var task = task(project, projectKey, user, wanted, status, values, parent, sprint);
        var rank = Rank.whole(project.rankTop());
        insert(task, rank);
        log.append(new TaskFacts(task.id(), task.projectId(), task.key(), 0, user)
                .created(TaskState.of(task), task.number(), rank, null, false));
        return watchers.mention(task, user, Mentions.in(task.description()));
    }

    /** Makes the task as a read would return it: a read here would lengthen the time for which the project is locked. */
    private Task task(
            ProjectLock.Locked project,
            String projectKey,
            UserId user,
            NewTask.Checked wanted,
            StatusId status,
            CustomValues values,
            @Nullable ParentTask parent,
            @Nullable TaskSprint sprint) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Task(
                new TaskId(ids.get()),
                new TaskKey(projectKey, project.counter()).toString(),
                projectKey,
                project.counter(),
                null,
                wanted.title(),
                wanted.description(),
                status,
                wanted.type(),
                wanted.priority(),
                wanted.assigneeId(),
                user,
                Points.shortestOrNull(wanted.points()),
                TaskChecks.minutes(wanted.estimateMinutes()),
                wanted.startDate(),
                wanted.dueDate(),
                wanted.labels(),
                values,
                parent,
                Children.NONE,
                sprint,
                false,
                now,
                now,
                1,
                project.id(),
                project.role());
    }

    private void insert(Task task, Rank rank) {
        jdbc.sql(INSERT)
                .param("id", task.id().value())
                .param("project", task.projectId().value())
                .param("number", task.number())
                .param("title", task.title())
                .param("description", task.description())
                .param("status", task.statusId().value())
                .param("type", task.type().wireName())
                .param("priority", task.priority().wireName())
                .param("assignee", value(task.assigneeId()))
                .param("reporter", value(task.reporterId()))
                .param("points", task.points())
                .param("estimate", task.estimateMinutes(), Types.INTEGER)
                .param("start", task.startDate())
                .param("due", task.dueDate())
                .param("labels", Labels.join(task.labels()))
                .param("custom", task.customFields().json())
                .param(
                        "parent",
                        task.parent() == null ? null : task.parent().id().value())
                .param("sprint", SprintId.valueOrNull(TaskSprint.idOf(task.sprint())))
                .param("added", task.sprint() != null && task.sprint().addedAfterStart())
                .param("rank", rank.text())
                .param("now", task.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StatusId check(
            Faults faults, ProjectLock.Locked project, String projectKey, NewTask.Checked wanted) {
        TaskChecks.status(faults, project.status() != null, projectKey, wanted.statusId());
        TaskChecks.assignee(faults, project.assigneeKnown(), projectKey, wanted.assigneeId());
        faults.refuse();
        return Objects.requireNonNull(project.status());
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
