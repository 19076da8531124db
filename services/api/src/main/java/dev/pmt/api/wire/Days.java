package dev.pmt.api.wire;

import dev.pmt.shared.web.Excerpt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as requests write them: ISO dates of the years 1 to 9999, in no time zone. */
public final class Days {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Days() {}

    /** Reads a day; notes a fault when the text is none. */
    public static @Nullable LocalDate parse(Faults faults, String field, @Nullable String text) {
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

    /** Returns a day after a patch whose text was checked by {@link #parse}. */
    public static @Nullable LocalDate over(Change<String> change, @Nullable LocalDate current) {
        if (!change.present()) {
            return current;
        }
        return change.value() == null ? null : LocalDate.parse(change.value());
    }

    /** Notes a fault when what begins on the day of one field would end before, on that of another. */
    public static void checkOrder(
            Faults faults, String first, @Nullable LocalDate start, String last, @Nullable LocalDate end) {
        faults.check(
                start == null || end == null || !end.isBefore(start),
                last,
                last + " must not be before " + first + " " + start + ": " + end);
    }
}
