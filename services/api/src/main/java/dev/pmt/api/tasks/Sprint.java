package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.web.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of time for which a team takes tasks on, as a member of its project sees it.
 *
 * @param capacity points that the team can do in it
 * @param todo what is in it by the category of its status, archived tasks left out; so are {@code doing} and {@code done}
 * @param scope how what is in it changed since its start; null before
 * @param outcome what it came to; null before it is completed
 * @param projectId its project; not part of the JSON
 * @param revision of the project, which grows with every write in it; not part of the JSON
 */
record Sprint(
        SprintId id,
        String projectKey,
        String name,
        String goal,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        SprintState state,
        @Nullable BigDecimal capacity,
        Amount todo,
        Amount doing,
        Amount done,
        @Nullable Scope scope,
        @Nullable Outcome outcome,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        long version,
        @JsonIgnore ProjectId projectId,
        @JsonIgnore long revision) {

    /**
     * How a sprint changed since its start.
     *
     * @param committed what was in it then
     * @param added what came in since and is in it
     * @param removed what has left of what was in it then
     */
    record Scope(Amount committed, Amount added, Amount removed) {}

    /**
     * What a sprint came to.
     *
     * @param done what was finished in it
     * @param carriedOver what was not, and went elsewhere
     * @param added as the scope said at the end
     * @param removed as the scope said at the end
     */
    record Outcome(Amount done, Amount carriedOver, Amount added, Amount removed) {}

    /** Returns its {@code ETag}: what it counts changes without its version. */
    String tag() {
        return Version.tag(version, Long.toString(revision, 36));
    }

    TaskSprint asSeenByTask(boolean addedAfterStart) {
        return new TaskSprint(id, name, state, addedAfterStart);
    }

    Amount unfinished() {
        return todo.plus(doing);
    }
}
