package dev.pmt.api.tasks;

import org.jspecify.annotations.Nullable;

/** The task that another one belongs to, shortly. */
record ParentTask(TaskId id, String key, String title, TaskType type) {

    static ParentTask of(Task task) {
        return new ParentTask(task.id(), task.key(), task.title(), task.type());
    }

    static @Nullable String keyOf(@Nullable ParentTask parent) {
        return parent == null ? null : parent.key();
    }
}
