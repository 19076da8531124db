package dev.pmt.api.views;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A merge patch of a view. */
record ViewPatch(
        Change<String> name, Change<String> query, Change<List<@Nullable String>> columns, Change<Boolean> shared) {

    /** Returns the view's content after the patch. @throws dev.pmt.shared.web.ProblemException when it breaks a rule (400) */
    ViewContent over(SavedView current, Consumer<String> queryRule) {
        var faults = new Faults();
        name.checkNotNull(faults, "name");
        query.checkNotNull(faults, "query");
        shared.checkNotNull(faults, "shared");
        faults.refuse();
        return ViewContent.checked(
                name.overRequired(current.name()),
                query.overRequired(current.query()),
                columns.present() ? columns.value() : current.columns(),
                shared.overRequired(current.shared()),
                queryRule);
    }
}
