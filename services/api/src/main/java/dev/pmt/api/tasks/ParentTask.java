package dev.pmt.api.tasks;

import org.jspecify.annotations.Nullable;

/** The task that another one belongs to, shortly. */
record ParentTask(TaskId id, String key, String title, TaskType type) {

    /** The column of a task {@code t} that {@link Columns#parent} reads. */
    static final String COLUMN = column("t.parent_id");

    /** Returns the column of the task with an id. */
    static String column(String id) {
        return "(SELECT ARRAY [a.id::text, a.number::text, a.type, a.title] FROM task a WHERE a.id = %s)".formatted(id);
    }

    static ParentTask of(Task task) {
        return new ParentTask(task.id(), task.key(), task.title(), task.type());
    }

    static @Nullable String keyOf(@Nullable ParentTask parent) {
        return parent == null ? null : parent.key();
    }
}
