package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes many tasks: which ones, by their keys or by a query, and what becomes of each. */
record NewBulkChange(
        @Nullable List<@Nullable String> tasks,
        @Nullable String query,
        @Nullable BulkPatch change) {

    /** Checks the rules that need no project. @throws dev.pmt.shared.web.ProblemException when one is broken (400) */
    BulkPatch check() {
        var faults = new Faults();
        faults.check((tasks == null) != (query == null), "tasks", "tasks or query must be given, one of them");
        faults.check(change != null, "change", "change must be given");
        faults.refuse();
        var wanted = Objects.requireNonNull(change);
        wanted.check();
        return wanted;
    }
}
