package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that moves tasks together: which ones, in their order, and what a {@link Move} says of one. */
record MoveTasks(
        @Nullable List<@Nullable String> keys,
        @Nullable StatusId statusId,
        @Nullable String afterKey,
        @Nullable String beforeKey,
        Change<UserId> assigneeId,
        Change<Priority> priority,
        Change<String> parentKey) {

    /** Returns the wanted numbers with their keys. @throws dev.pmt.shared.web.ProblemException when one makes no sense (400) */
    Map<Long, String> check(String project) {
        return new PlanTasks(keys, afterKey, beforeKey).check(project);
    }

    Move move() {
        return new Move(statusId, afterKey, beforeKey, assigneeId, priority, parentKey);
    }
}
