package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as requests write them: ISO dates of the years 1 to 9999, in no time zone. */
final class Days {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Days() {}

    /** Reads a day; notes a fault when the text is none. */
    static @Nullable LocalDate parse(Faults faults, String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (FORM.matcher(text).matches() && !text.startsWith("0000")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // a day that no calendar has: answered below like any other text that is no day
        }
        faults.check(false, field, field + " must be a day such as 2026-11-30: " + Excerpt.of(text));
        return null;
    }

    /** Notes a fault when a task would end before it begins. */
    static void checkOrder(Faults faults, @Nullable LocalDate start, @Nullable LocalDate due) {
        faults.check(
                start == null || due == null || !due.isBefore(start),
                "dueDate",
                "dueDate must not be before startDate " + start + ": " + due);
    }
}
