package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a request that undoes a change of a task: the version that it led to, or the line of the history that tells of it. */
record Undo(@Nullable Long version, @Nullable UUID activityId) {

    void check() {
        var faults = new Faults();
        faults.check(
                (version == null) != (activityId == null),
                "version",
                "version or activityId must be given, one of them");
        faults.refuse();
    }
}
