package dev.pmt.api.tasks;

import java.util.Set;

/**
 * A task as a bulk change sees it; its state has no description, which such a change leaves alone.
 *
 * @param children the types of the tasks below it
 */
record BulkTask(
        TaskId id, String key, long version, boolean archived, boolean done, Set<TaskType> children, TaskState state) {}
