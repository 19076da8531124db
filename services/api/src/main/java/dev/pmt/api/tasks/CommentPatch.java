package dev.pmt.api.tasks;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;

/** A merge patch of a comment. */
record CommentPatch(Change<String> text) {

    void check() {
        var faults = new Faults();
        if (text.checkNotNull(faults, "text")) {
            TaskChecks.comment(faults, text.overRequired(""));
        }
        faults.refuse();
    }
}
