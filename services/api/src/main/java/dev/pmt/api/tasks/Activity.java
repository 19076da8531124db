package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.pmt.api.profiles.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task, for people to read.
 *
 * @param id the event's
 * @param kind the event's type, shortly
 * @param actorId who did it; null when no user did
 * @param changes by field; none for what the kind says alone
 * @param undoable whether the write that it tells of is still kept, so that it can be undone
 * @param task not part of the JSON
 * @param version the task's version that it led to, or met if it is no change of the task; not part of the JSON
 * @param other the task at the other end of a relation; not part of the JSON
 */
record Activity(
        UUID id,
        String kind,
        Instant at,
        @Nullable UserId actorId,
        List<FieldChange> changes,
        boolean undoable,
        @JsonIgnore TaskId task,
        @JsonIgnore long version,
        @JsonIgnore @Nullable TaskId other) {

    /** The kind of a relation that came. */
    static final String RELATED = "related";

    /** The kind of a relation that went. */
    static final String UNRELATED = "unrelated";

    /** Names the other task to a reader who sees it. */
    Activity naming(@Nullable String key) {
        if (other == null) {
            return this;
        }
        var came = kind.equals(RELATED);
        var named = changes.stream()
                .map(change -> new FieldChange(change.field(), came ? null : key, came ? key : null))
                .toList();
        return new Activity(id, kind, at, actorId, named, undoable, task, version, other);
    }
}
