package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request that moves a task: the column, at most one neighbour, and what another lane changes of it. */
record Move(
        @Nullable StatusId statusId,
        @Nullable String afterKey,
        @Nullable String beforeKey,
        Change<UserId> assigneeId,
        Change<Priority> priority,
        Change<String> parentKey) {

    /** Where a task goes in its column. */
    sealed interface Place {
        /** Right behind a card. */
        record After(String key) implements Place {}

        /** Right before a card. */
        record Before(String key) implements Place {}

        /** At the end of the column. */
        record AtEnd() implements Place {}
    }

    void check() {
        var faults = new Faults();
        faults.check(statusId != null, "statusId", "statusId must be given");
        faults.check(
                afterKey == null || beforeKey == null, "afterKey", "afterKey and beforeKey must not be given together");
        faults.refuse();
    }

    /** Tells whether it changes more than the place. */
    boolean hasFields() {
        return assigneeId.present() || priority.present() || parentKey.present();
    }

    /** Returns what it changes beside the place. */
    TaskPatch fields() {
        return TaskPatch.of(assigneeId, priority, parentKey);
    }

    StatusId status() {
        return Objects.requireNonNull(statusId);
    }

    Place place() {
        if (afterKey != null) {
            return new Place.After(afterKey);
        }
        return beforeKey != null ? new Place.Before(beforeKey) : new Place.AtEnd();
    }
}
