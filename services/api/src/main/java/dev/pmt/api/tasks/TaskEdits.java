package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Workflows;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.Version;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes tasks. */
@Repository
class TaskEdits {

    private static final String UPDATE = """
            UPDATE task
               SET title = :title, description = :description, status_id = :status, type = :type,
                   priority = :priority, assignee_id = :assignee, points = :points,
                   estimate_minutes = :estimate,
                   start_date = :start, due_date = :due,
                   labels = string_to_array(:labels, ','), custom = :custom::jsonb, parent_id = :parent,
                   sprint_id = :sprint, sprint_added = :added, version = version + :facts, updated_at = :now
             WHERE id = :id
            """;

    private static final String ARCHIVE = """
            UPDATE task SET archived = :archived, version = version + 1, updated_at = :now
             WHERE id = :id
            """;

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final ProjectLock projects;
    private final Workflows workflows;
    private final TaskTree tree;
    private final TaskSprints sprints;
    private final CustomEdits custom;
    private final Planning planning;
    private final TaskChanges changes;
    private final WatcherEdits watchers;
    private final Clock clock;
    private final EventLog log;

    TaskEdits(
            JdbcClient jdbc,
            Tasks tasks,
            ProjectLock projects,
            Workflows workflows,
            TaskTree tree,
            TaskSprints sprints,
            CustomEdits custom,
            Planning planning,
            TaskChanges changes,
            WatcherEdits watchers,
            Clock clock,
            EventLog log) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.projects = projects;
        this.workflows = workflows;
        this.tree = tree;
        this.sprints = sprints;
        this.custom = custom;
        this.planning = planning;
        this.changes = changes;
        this.watchers = watchers;
        this.clock = clock;
        this.log = log;
    }

    /** Applies a merge patch to the version that the caller last read; one that changes nothing leaves the version. */
    @Transactional
    public Task update(String key, UserId user, long version, TaskPatch patch) {
        return change(key, user, version, patch, true);
    }

    /** Applies a patch that takes a change back, which no workflow holds: it says where work goes on to. */
    @Transactional
    public Task back(String key, UserId user, long version, TaskPatch patch) {
        return change(key, user, version, patch, false);
    }

    private Task change(String key, UserId user, long version, TaskPatch patch, boolean isHeld) {
        var seen = tasks.get(key, user);
        seen.role().require(ProjectRole.MEMBER);
        patch.check();
        var project = projects.take(
                        seen.projectKey(),
                        user,
                        patch.statusId().value(),
                        patch.assigneeId().value())
                .orElseThrow(() -> Tasks.missing(key));
        var current = tasks.get(seen.key(), user);
        Version.check(version, current.version(), "Task " + current.key());
        var faults = new Faults();
        check(faults, project, current, patch);
        var parent = tree.after(faults, current, patch, user);
        var sprint = sprints.after(faults, current, patch);
        var values = custom.after(
                faults,
                project.id(),
                current.customFields(),
                patch.customFields().value());
        faults.refuse();
        var before = TaskState.of(current);
        var after = before.with(patch, values, parent, sprint);
        if (isHeld) {
            workflows.check(project.id(), current.key(), before.statusId(), after.statusId());
        }
        var fields = before.changesTo(after);
        if (fields.isEmpty()) {
            return current;
        }
        // Before the change, so that the version of the answer is the one that is undone by.
        var told = isHeld
                ? watchers.mention(current, user, Mentions.added(before.description(), after.description()))
                : current;
        var facts = TaskFacts.of(told, user).changed(fields);
        write(current.id(), after, facts.size());
        note(told, facts.size(), before.undoableTo(after));
        if (before.sprint() != null && !before.sprint().equals(sprint)) {
            planning.noteLeft(before.sprint(), before.size());
        }
        log.append(facts);
        return tasks.get(current.key(), user);
    }

    /** Archives a task or brings it back; changes nothing when it is so already. */
    @Transactional
    public Task archive(String key, UserId user, boolean archived) {
        var seen = tasks.get(key, user);
        seen.role().require(ProjectRole.MEMBER);
        var project = projects.take(seen.projectKey(), user, null, null).orElseThrow(() -> Tasks.missing(key));
        project.role().require(ProjectRole.MEMBER);
        var current = tasks.get(seen.key(), user);
        if (current.archived() == archived) {
            return current;
        }
        jdbc.sql(ARCHIVE)
                .param("id", current.id().value())
                .param("archived", archived)
                .param("now", OffsetDateTime.now(clock))
                .update();
        note(current, 1, List.of(FieldChange.archived(archived)));
        log.append(TaskFacts.of(current, user).archived(archived));
        return tasks.get(current.key(), user);
    }

    private void note(Task before, int facts, List<FieldChange> fields) {
        changes.note(new TaskChange(before.id(), before.version() + facts, facts, fields));
    }

    private void write(TaskId task, TaskState after, int facts) {
        jdbc.sql(UPDATE)
                .param("id", task.value())
                .param("title", after.title())
                .param("description", after.description())
                .param("status", after.statusId().value())
                .param("type", after.type().wireName())
                .param("priority", after.priority().wireName())
                .param("assignee", value(after.assigneeId()))
                .param("points", after.points())
                .param("estimate", after.estimateMinutes(), Types.INTEGER)
                .param("start", after.startDate())
                .param("due", after.dueDate())
                .param("labels", Labels.join(after.labels()))
                .param("custom", after.custom().json())
                .param(
                        "parent",
                        after.parent() == null ? null : after.parent().id().value())
                .param("sprint", SprintId.valueOrNull(TaskSprint.idOf(after.sprint())))
                .param("added", after.sprint() != null && after.sprint().addedAfterStart())
                .param("facts", facts)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static void check(Faults faults, ProjectLock.Locked project, Task current, TaskPatch patch) {
        var status = patch.statusId();
        TaskChecks.status(faults, !status.present() || project.status() != null, current.projectKey(), status.value());
        var assignee = patch.assigneeId().value();
        var assignable = project.assigneeKnown() || Objects.equals(assignee, current.assigneeId());
        Days.checkOrder(
                faults, "startDate", patch.startOver(current.startDate()), "dueDate", patch.dueOver(current.dueDate()));
        TaskChecks.assignee(faults, assignable, current.projectKey(), assignee);
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
