package dev.pmt.api.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk change does to one task.
 *
 * @param changes none when the task stays as it is
 * @param reason why something, or all, is left as it is; null when nothing is
 */
record BulkOutcome(
        BulkTask task,
        TaskState after,
        boolean archived,
        List<FieldChange> changes,
        @Nullable String reason) {

    /** Makes the outcome of a task that stays as it is. */
    static BulkOutcome left(BulkTask task, @Nullable String reason) {
        return new BulkOutcome(task, task.state(), task.archived(), List.of(), reason);
    }

    /** Tells the task's sprint when the change takes the task out of it. */
    @Nullable
    TaskSprint leaves() {
        var from = task.state().sprint();
        var to = after.sprint();
        return from == null || (to != null && from.id().equals(to.id())) ? null : from;
    }
}
