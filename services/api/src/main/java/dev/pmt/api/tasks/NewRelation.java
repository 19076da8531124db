package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request that relates a task to another one. */
record NewRelation(@Nullable RelationKind kind, @Nullable String taskKey) {

    /** The body once it is complete. */
    record Checked(RelationKind kind, String taskKey) {}

    Checked check() {
        var faults = new Faults();
        faults.check(
                kind != null,
                "kind",
                "kind must be given: blocks, blocked-by, relates-to, duplicates or duplicated-by");
        faults.check(taskKey != null, "taskKey", "taskKey must be given");
        faults.refuse();
        return new Checked(Objects.requireNonNull(kind), Objects.requireNonNull(taskKey));
    }
}
