package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.wire.Faults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which task may be in which sprint: of a locked project, so that nobody starts or completes one meanwhile. */
@Repository
class TaskSprints {

    private static final String IS_DONE =
            "SELECT s.category = 'done' FROM task t JOIN status s ON s.id = t.status_id WHERE t.id = :task";

    private final JdbcClient jdbc;
    private final Planning planning;

    TaskSprints(JdbcClient jdbc, Planning planning) {
        this.jdbc = jdbc;
        this.planning = planning;
    }

    /** Finds the sprint that a new task is to be in; notes a fault when it cannot be. */
    @Nullable
    TaskSprint find(Faults faults, @Nullable SprintId id, TaskType type, ProjectId project, String projectKey) {
        if (id == null) {
            return null;
        }
        var sprint = planning.sprint(project, id).orElse(null);
        checkOpen(faults, id, sprint, projectKey);
        checkNoEpic(faults, id, type);
        return sprint;
    }

    /** Notes a fault when an epic would come into a sprint. */
    static void checkNoEpic(Faults faults, @Nullable SprintId id, TaskType type) {
        faults.check(
                id == null || type != TaskType.EPIC,
                "sprintId",
                "sprintId must be empty for type epic, plan the tasks below it");
    }

    /** Returns a task's sprint after a checked patch; notes a fault when it cannot be there. */
    @Nullable
    TaskSprint after(Faults faults, Task task, TaskPatch patch) {
        var type = patch.type().overRequired(task.type());
        var from = task.sprint();
        var wanted = patch.sprintId().over(TaskSprint.idOf(from));
        if (Objects.equals(wanted, TaskSprint.idOf(from))) {
            checkStays(faults, from, type);
            return from;
        }
        var to = find(faults, wanted, type, task.projectId(), task.projectKey());
        checkKept(faults, "sprintId", task.key(), from, from != null && isDone(task.id()), to);
        return to;
    }

    /** Notes a fault when what was found of a sprint takes no tasks. */
    static void checkOpen(Faults faults, @Nullable SprintId id, @Nullable TaskSprint sprint, String projectKey) {
        faults.check(
                id == null || (sprint != null && sprint.state() != SprintState.COMPLETED),
                "sprintId",
                "sprintId must be a planned or active sprint of project " + projectKey + ": " + id);
    }

    /** Notes a fault when a task of a type cannot stay in its sprint. */
    static void checkStays(Faults faults, @Nullable TaskSprint sprint, TaskType type) {
        faults.check(
                sprint == null || type != TaskType.EPIC,
                "type",
                "type must not be epic while the task is in a sprint, take it out first");
    }

    /** Notes a fault when a task would leave the completed sprint in which it was done. */
    static void checkKept(
            Faults faults,
            String field,
            String key,
            @Nullable TaskSprint from,
            boolean isDone,
            @Nullable TaskSprint to) {
        faults.check(
                !TaskSprint.keeps(from, isDone) || Objects.equals(TaskSprint.idOf(from), TaskSprint.idOf(to)),
                field,
                field + " must leave what is done in completed sprint " + (from == null ? "" : from.name())
                        + " there, reopen the sprint first: " + key);
    }

    private boolean isDone(TaskId task) {
        return jdbc.sql(IS_DONE)
                .param("task", task.value())
                .query(Boolean.class)
                .single();
    }
}
