package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk change that this process holds the lease of.
 *
 * @param worker who holds the lease; a later holder has another id
 * @param change what becomes of each task; null when it undoes another change
 * @param attempt 1 for the first holder
 */
record BulkJob(
        BulkChangeId id,
        UUID worker,
        ProjectId project,
        String projectKey,
        UserId user,
        @Nullable BulkPatch change,
        @Nullable BulkChangeId undoes,
        int attempt) {

    /** Says that another worker has taken over a change, so that this one must not write any more. */
    static final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LeaseLost(BulkChangeId id) {
            super("another worker holds bulk change " + id.value());
        }
    }

    /** How many of its tasks were gone through. */
    record Progress(int done, int total) {}

    /** A task of the change, by its place in it. */
    record Place(int position, TaskId task) {}

    /** What became of a task, for the record: the version that it was given, or why something was left. */
    record Result(
            int position, @Nullable Long version, @Nullable String reason) {}
}
