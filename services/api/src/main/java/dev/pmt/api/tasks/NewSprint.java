package dev.pmt.api.tasks;

import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request that creates a sprint. */
record NewSprint(
        @Nullable String name,
        @Nullable String goal,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable BigDecimal capacity) {

    SprintFields check() {
        var faults = new Faults();
        var fields = new SprintFields(
                Objects.requireNonNullElse(name, "").strip(),
                Objects.requireNonNullElse(goal, ""),
                Days.parse(faults, "startsOn", startsOn),
                Days.parse(faults, "endsOn", endsOn),
                capacity);
        faults.refuse();
        return fields.checked(SprintState.PLANNED);
    }
}
