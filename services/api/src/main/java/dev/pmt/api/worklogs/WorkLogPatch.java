package dev.pmt.api.worklogs;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** A merge patch of a work log. */
record WorkLogPatch(Change<BigDecimal> minutes, Change<String> day, Change<String> note) {

    /** Checks the rules that need no work log. */
    void check(LocalDate today) {
        var faults = new Faults();
        minutes.checkNotNull(faults, "minutes");
        day.checkNotNull(faults, "day");
        note.checkNotNull(faults, "note");
        Work.check(faults, minutes.value(), Days.parse(faults, "day", day.value()), note.value(), today);
        faults.refuse();
    }

    /** Returns the work after the checked patch. */
    Work over(Work before) {
        return new Work(
                minutes.overRequired(BigDecimal.valueOf(before.minutes())).intValueExact(),
                Objects.requireNonNull(Days.over(day, before.day())),
                note.overRequired(before.note()).strip());
    }
}
