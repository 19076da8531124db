package dev.pmt.api.tasks;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;

/** A merge patch of a sprint. */
record SprintPatch(
        Change<String> name,
        Change<String> goal,
        Change<String> startsOn,
        Change<String> endsOn,
        Change<BigDecimal> capacity) {

    /** Checks the rules that need no sprint. */
    void check() {
        var faults = new Faults();
        name.checkNotNull(faults, "name");
        goal.checkNotNull(faults, "goal");
        Days.parse(faults, "startsOn", startsOn.value());
        Days.parse(faults, "endsOn", endsOn.value());
        faults.refuse();
    }

    /** Returns the fields of a sprint after the checked patch. */
    SprintFields over(Sprint sprint) {
        return new SprintFields(
                        name.overRequired(sprint.name()).strip(),
                        goal.overRequired(sprint.goal()),
                        Days.over(startsOn, sprint.startsOn()),
                        Days.over(endsOn, sprint.endsOn()),
                        capacity.over(sprint.capacity()))
                .checked(sprint.state());
    }
}
