package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of many tasks, as members of their project see it.
 *
 * @param undoes the change that it takes back; null when it is none
 * @param done tasks that were gone through
 * @param changed those of them that are different now
 * @param refused those of which something, or all, was left as it is
 * @param refusals the first of these
 * @param error why it could not go on
 */
record BulkChange(
        BulkChangeId id,
        String projectKey,
        BulkState state,
        @Nullable BulkChangeId undoes,
        long total,
        long done,
        long changed,
        long refused,
        List<Refusal> refusals,
        @Nullable String error,
        UserId createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Why a task was left as it is, or a part of it. */
    record Refusal(String key, String reason) {}

    /** What a change would come to. */
    record Preview(long total, long changed, long unchanged, long refused, List<Refusal> refusals) {}
}
