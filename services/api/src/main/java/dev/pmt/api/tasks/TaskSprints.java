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
        faults.check(
                sprint != null && sprint.state() != SprintState.COMPLETED,
                "sprintId",
                "sprintId must be a planned or active sprint of project " + projectKey + ": " + id);
        faults.check(
                type != TaskType.EPIC, "sprintId", "sprintId must be empty for type epic, plan the tasks below it");
        return sprint;
    }

    /** Returns a task's sprint after a checked patch; notes a fault when it cannot be there. */
    @Nullable
    TaskSprint after(Faults faults, Task task, TaskPatch patch) {
        var type = patch.type().overRequired(task.type());
        var from = task.sprint();
        var wanted = patch.sprintId().over(TaskSprint.idOf(from));
        if (Objects.equals(wanted, TaskSprint.idOf(from))) {
            faults.check(
                    from == null || type != TaskType.EPIC,
                    "type",
                    "type must not be epic while the task is in a sprint, take it out first");
            return from;
        }
        var to = find(faults, wanted, type, task.projectId(), task.projectKey());
        check(faults, "sprintId", task.key(), TaskType.TASK, from, from != null && isDone(task.id()), to);
        return to;
    }

    /** Notes a fault when a task cannot go from one sprint, or none, to another, or none. */
    void check(
            Faults faults,
            String field,
            String key,
            TaskType type,
            @Nullable TaskSprint from,
            boolean isDone,
            @Nullable TaskSprint to) {
        faults.check(
                to == null || type != TaskType.EPIC,
                field,
                field + " must hold no epic, plan the tasks below it: " + key);
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
