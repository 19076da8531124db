package dev.pmt.api.projects;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;

/** A merge patch of a project. */
record ProjectPatch(Change<String> name, Change<String> description) {

    void check() {
        var faults = new Faults();
        if (name.checkNotNull(faults, "name")) {
            Texts.check(faults, "name", name.overRequired(""), 1, NewProject.LONGEST_NAME);
        }
        if (description.checkNotNull(faults, "description")) {
            Texts.check(faults, "description", description.overRequired(""), 0, NewProject.LONGEST_DESCRIPTION);
        }
        faults.refuse();
    }
}
