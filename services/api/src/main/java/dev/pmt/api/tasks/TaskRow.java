package dev.pmt.api.tasks;

import java.util.List;
import java.util.Map;

/** Rows that an import writes. */
sealed interface TaskRow {

    /** A new task. */
    record Insert(TaskId id, long number, Rank rank, ImportedTask task) implements TaskRow {}

    /** A changed task and the names of the fields to take over. */
    record Update(TaskId id, ImportedTask task, List<String> changed) implements TaskRow {}

    /** An update with the values in custom fields that it leads to, and the number of its facts, by which the task's version rises. */
    record CountedUpdate(Update update, CustomValues custom, int facts) {}

    /**
     * A task as it is before an update; its state has no parent and no sprint, which an import leaves alone.
     *
     * @param inTree whether it has a parent or is one
     * @param inSprint whether it is in a sprint
     */
    record Current(long number, long version, boolean inTree, boolean inSprint, TaskState state) implements TaskRow {}

    /** A task that an earlier import wrote, with its hashes. */
    record Known(TaskId id, String hash, Map<String, String> hashes) implements TaskRow {}
}
