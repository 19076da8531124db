package dev.pmt.api.tasks;

import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.api.wire.WireName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fields of a sprint that people change. */
record SprintFields(
        String name,
        String goal,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable BigDecimal capacity) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GOAL = 2000;

    static SprintFields of(Sprint sprint) {
        return new SprintFields(sprint.name(), sprint.goal(), sprint.startsOn(), sprint.endsOn(), sprint.capacity());
    }

    /** Refuses what breaks a rule (400); returns the fields as they are stored. */
    SprintFields checked(SprintState state) {
        var faults = new Faults();
        Texts.check(faults, "name", name, 1, LONGEST_NAME);
        faults.check(
                Arrays.stream(SprintState.values()).map(WireName::of).noneMatch(name::equalsIgnoreCase),
                "name",
                "name must not be a word by which queries ask for sprints: " + name);
        Texts.check(faults, "goal", goal, 0, LONGEST_GOAL);
        Days.checkOrder(faults, "startsOn", startsOn, "endsOn", endsOn);
        faults.check(
                state == SprintState.PLANNED || (startsOn != null && endsOn != null),
                startsOn == null ? "startsOn" : "endsOn",
                "startsOn and endsOn must be given while the sprint is active");
        faults.check(
                capacity == null || Points.isValid(capacity), "capacity", "capacity " + Points.RULE + ": " + capacity);
        faults.refuse();
        return new SprintFields(name, goal, startsOn, endsOn, Points.shortestOrNull(capacity));
    }
}
