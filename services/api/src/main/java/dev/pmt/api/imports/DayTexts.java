package dev.pmt.api.imports;

import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads days as files write them: by ISO 8601 or as Jira does, with a time of the day or without; a day has no time zone. */
final class DayTexts {

    /** The rule, for messages. */
    static final String RULE = "must be a day such as 2026-03-04, 2026-03-04T09:30, 04/Mar/26 or 04/Mar/26 12:00 AM";

    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?( ?(Z|UTC|[+-]\\d{2}(:?\\d{2})?))?)?");

    private static final int CENTURY = 2000;

    private static final DateTimeFormatter JIRA = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d/MMM/")
            .appendValueReduced(ChronoField.YEAR, 2, 2, CENTURY)
            .appendPattern("[ h:mm a]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private DayTexts() {}

    /** Returns the day, empty for a blank text and for one that is no day. */
    static Optional<LocalDate> parse(String text) {
        var day = text.strip();
        var iso = ISO.matcher(day);
        if (iso.matches()) {
            return Optional.ofNullable(Days.parse(new Faults(), "", iso.group(1)));
        }
        try {
            return Optional.of(LocalDate.parse(day, JIRA));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
