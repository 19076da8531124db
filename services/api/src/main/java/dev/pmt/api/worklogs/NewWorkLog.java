package dev.pmt.api.worklogs;

import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of a request that logs work. */
record NewWorkLog(
        @Nullable BigDecimal minutes,
        @Nullable String day,
        @Nullable String note) {

    Work check(LocalDate today) {
        var faults = new Faults();
        faults.check(minutes != null, "minutes", "minutes must be given");
        faults.check(day != null, "day", "day must be given");
        var on = Days.parse(faults, "day", day);
        var said = Objects.requireNonNullElse(note, "").strip();
        Work.check(faults, minutes, on, said, today);
        faults.refuse();
        return new Work(Objects.requireNonNull(minutes).intValueExact(), Objects.requireNonNull(on), said);
    }
}
