package dev.pmt.api.worklogs;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.api.wire.WholeNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did on a day.
 *
 * @param minutes how long it took
 * @param note a line that says what it was, may be empty
 */
record Work(int minutes, LocalDate day, String note) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LONGEST_NOTE = 500;

    /** Notes what is wrong; what a patch leaves alone is null. */
    static void check(
            Faults faults,
            @Nullable BigDecimal minutes,
            @Nullable LocalDate day,
            @Nullable String note,
            LocalDate today) {
        faults.check(
                minutes == null || WholeNumber.isWithin(minutes, 1, MINUTES_OF_A_DAY),
                "minutes",
                "minutes must be a whole number from 1 to " + MINUTES_OF_A_DAY + ": " + minutes);
        faults.check(day == null || !day.isAfter(today), "day", "day must not be in the future: " + day);
        if (note != null) {
            Texts.check(faults, "note", note, 0, LONGEST_NOTE);
            faults.check(note.lines().count() < 2, "note", "note must be one line");
        }
    }
}
