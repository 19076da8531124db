package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which task may belong to which: of a locked project, so that nobody changes a type or a parent meanwhile. Each type stands
 * one level below those it fits under, so a chain of parents cannot come back to its beginning.
 */
@Repository
class TaskTree {

    private static final String MISFITS = """
            SELECT EXISTS (SELECT FROM task
                            WHERE parent_id = :task AND type <> ALL (string_to_array(:types, ',')))
            """;

    private final JdbcClient jdbc;
    private final Tasks tasks;

    TaskTree(JdbcClient jdbc, Tasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /** Finds the parent that a task of a type is to have; notes a fault when it cannot be one. */
    @Nullable
    ParentTask find(Faults faults, String key, TaskType type, String projectKey, UserId user) {
        var parent = tasks.find(key, user)
                .filter(task -> task.projectKey().equals(projectKey))
                .orElse(null);
        if (parent == null) {
            faults.check(
                    false, "parentKey", "parentKey must be a task of project " + projectKey + ": " + Excerpt.of(key));
            return null;
        }
        faults.check(
                type.fitsUnder(parent.type()),
                "parentKey",
                "parentKey must be %s for type %s: %s, of type %s"
                        .formatted(
                                type.parents(),
                                type.wireName(),
                                parent.key(),
                                parent.type().wireName()));
        faults.check(!parent.archived(), "parentKey", "parentKey must not be archived, unarchive it first: " + key);
        return ParentTask.of(parent);
    }

    /** Returns a task's parent after a checked patch; notes a fault when it, or a task below, would no longer fit. */
    @Nullable
    ParentTask after(Faults faults, Task task, TaskPatch patch, UserId user) {
        var type = patch.type().overRequired(task.type());
        var wanted = patch.parentKey().over(ParentTask.keyOf(task.parent()));
        var isSame = Objects.equals(wanted, ParentTask.keyOf(task.parent()));
        if (isSame && type == task.type()) {
            return task.parent();
        }
        checkChildren(faults, task, type);
        if (isSame) {
            checkParent(faults, task.parent(), type);
            return task.parent();
        }
        faults.check(!task.key().equals(wanted), "parentKey", "parentKey must be another task: " + Excerpt.of(wanted));
        return wanted == null ? null : find(faults, wanted, type, task.projectKey(), user);
    }

    /** Notes a fault when a task of a type would not fit under its parent. */
    static void checkParent(Faults faults, @Nullable ParentTask parent, TaskType type) {
        faults.check(
                parent == null || type.fitsUnder(parent.type()),
                "type",
                "type must fit under its parent %s, take the parent away first: %s"
                        .formatted(ParentTask.keyOf(parent), type.wireName()));
    }

    private void checkChildren(Faults faults, Task task, TaskType type) {
        var fitting = Arrays.stream(TaskType.values())
                .filter(child -> child.fitsUnder(type))
                .map(TaskType::wireName)
                .collect(Collectors.joining(","));
        var misfits = jdbc.sql(MISFITS)
                .param("task", task.id().value())
                .param("types", fitting)
                .query(Boolean.class)
                .single();
        checkChildren(faults, task.key(), type, !misfits);
    }

    /** Notes a fault unless those below a task fit there when it has another type. */
    static void checkChildren(Faults faults, String key, TaskType type, boolean fit) {
        faults.check(
                fit,
                "type",
                "type must fit above the tasks that have " + key + " as their parent, give them another one first: "
                        + type.wireName());
    }
}
