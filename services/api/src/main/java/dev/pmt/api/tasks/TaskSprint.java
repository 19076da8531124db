package dev.pmt.api.tasks;

import org.jspecify.annotations.Nullable;

/**
 * The sprint that a task is in, shortly.
 *
 * @param addedAfterStart whether the task came into it when it was active already
 */
record TaskSprint(SprintId id, String name, SprintState state, boolean addedAfterStart) {

    /** The column of a task {@code t} that {@link Columns#sprint} reads. */
    static final String COLUMN = """
            (SELECT ARRAY [i.id::text, i.name, i.state, t.sprint_added::text] FROM sprint i WHERE i.id = t.sprint_id)""";

    static @Nullable SprintId idOf(@Nullable TaskSprint sprint) {
        return sprint == null ? null : sprint.id;
    }

    /** Tells whether a task is at home there for good: done, and the sprint completed. */
    static boolean keeps(@Nullable TaskSprint sprint, boolean isDone) {
        return isDone && sprint != null && sprint.state == SprintState.COMPLETED;
    }
}
