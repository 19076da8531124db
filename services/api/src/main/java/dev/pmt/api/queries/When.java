package dev.pmt.api.queries;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date in a query: a whole day or a moment, both of UTC. */
public sealed interface When {

    /** A whole day. */
    record Day(LocalDate date) implements When {}

    /** A moment, such as seven days before now. */
    record Moment(Instant instant) implements When {}

    /**
     * Reads {@code 2026-11-22}, {@code 2026-11-22T10:00Z}, {@code yesterday}, {@code today}, {@code tomorrow}, {@code now},
     * or an amount from now such as {@code -7d} with one of the units h, d, w, m (months), y; empty for anything else.
     */
    static Optional<When> parse(String text, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "yesterday" -> Optional.of(new Day(today.minusDays(1)));
                case "today" -> Optional.of(new Day(today));
                case "tomorrow" -> Optional.of(new Day(today.plusDays(1)));
                case "now" -> Optional.of(new Moment(now));
                default -> Forms.read(text, now).filter(When::isInRange);
            };
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Returns the day that it is or lies in. */
    default LocalDate day() {
        return switch (this) {
            case Day(var date) -> date;
            case Moment(var instant) -> LocalDate.ofInstant(instant, ZoneOffset.UTC);
        };
    }

    /** Returns the first moment. */
    default Instant start() {
        return switch (this) {
            case Day(var date) -> date.atStartOfDay().toInstant(ZoneOffset.UTC);
            case Moment(var instant) -> instant;
        };
    }

    /** Returns the first moment behind it; a moment has no length. */
    default Instant end() {
        return switch (this) {
            case Day(var date) -> date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            case Moment(var instant) -> instant;
        };
    }

    private boolean isInRange() {
        return day().getYear() >= 1 && day().getYear() < 9999;
    }

    /** The forms with figures. */
    final class Forms {

        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.{5,30}");
        private static final Pattern AMOUNT = Pattern.compile("([+-]\\d{1,4})([hdwmyHDWMY])");

        private Forms() {}

        private static Optional<When> read(String text, Instant now) {
            if (DATE.matcher(text).matches()) {
                return Optional.of(new Day(LocalDate.parse(text)));
            }
            if (TIME.matcher(text).matches()) {
                return Optional.of(new Moment(OffsetDateTime.parse(text).toInstant()));
            }
            var amount = AMOUNT.matcher(text);
            return amount.matches()
                    ? Optional.of(new Moment(from(now, Integer.parseInt(amount.group(1)), amount.group(2))))
                    : Optional.empty();
        }

        private static Instant from(Instant now, int count, String unit) {
            var period = switch (unit.toLowerCase(Locale.ROOT)) {
                case "d" -> Period.ofDays(count);
                case "w" -> Period.ofWeeks(count);
                case "m" -> Period.ofMonths(count);
                case "y" -> Period.ofYears(count);
                default -> Period.ZERO;
            };
            var hours = period.isZero() ? count : 0;
            return now.atOffset(ZoneOffset.UTC).plus(period).plusHours(hours).toInstant();
        }
    }
}
