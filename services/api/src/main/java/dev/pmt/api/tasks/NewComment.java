package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request that adds a comment. */
record NewComment(@Nullable String text) {

    String check() {
        var faults = new Faults();
        var said = Objects.requireNonNullElse(text, "");
        TaskChecks.comment(faults, said);
        faults.refuse();
        return said;
    }
}
