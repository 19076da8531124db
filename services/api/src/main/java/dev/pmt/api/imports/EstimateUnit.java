package dev.pmt.api.imports;

import dev.pmt.api.tasks.Points;
import dev.pmt.api.tasks.TaskRules;
import dev.pmt.api.wire.WireName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the plain numbers of a column count that holds estimates, as its name tells; hours and minutes such as
 * {@code 2h 30m} say so themselves. Behind the hours OpenProject writes those of the tasks below, which are not read.
 */
enum EstimateUnit {
    /** Jira's. */
    SECONDS(1),
    /** Our own. */
    MINUTES(60),
    /** OpenProject's, and those of any other column. */
    HOURS(3600);

    private static final int SECONDS_IN_MINUTE = 60;
    private static final Pattern TOTAL = Pattern.compile("\\s*·\\s*Σ.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern NAMED =
            Pattern.compile("(?:(\\d{1,9}(?:\\.\\d{1,6})?)\\s*h)?\\s*(?:(\\d{1,9})\\s*m)?", Pattern.CASE_INSENSITIVE);

    private final int seconds;

    EstimateUnit(int seconds) {
        this.seconds = seconds;
    }

    /** Returns the unit of a column by its name. */
    static EstimateUnit of(String column) {
        return switch (column.strip().toLowerCase(Locale.ROOT)) {
            case "original estimate" -> SECONDS;
            case "pmt_estimate_minutes" -> MINUTES;
            default -> HOURS;
        };
    }

    /** Returns the rule, for messages. */
    String rule() {
        return "must be a number of %s up to %d, or hours and minutes such as 2h 30m"
                .formatted(WireName.of(this), TaskRules.MOST_MINUTES * SECONDS_IN_MINUTE / seconds);
    }

    /** Returns the estimate in whole minutes, 0 for a blank text as for no work at all, empty for what is no estimate. */
    Optional<Integer> minutes(String text) {
        var own = TOTAL.matcher(text.strip()).replaceFirst("");
        if (own.isEmpty()) {
            return Optional.of(0);
        }
        if (NUMBER.matcher(own).matches()) {
            return whole(new BigDecimal(own).multiply(BigDecimal.valueOf(seconds)));
        }
        var named = NAMED.matcher(own);
        return named.matches()
                ? whole(amount(named.group(1), HOURS).add(amount(named.group(2), MINUTES)))
                : Optional.empty();
    }

    /** Writes an estimate so that {@link #minutes} gives it back. */
    String text(int minutes) {
        var number = BigDecimal.valueOf(minutes)
                .multiply(BigDecimal.valueOf(SECONDS_IN_MINUTE))
                .divide(BigDecimal.valueOf(seconds), 2, RoundingMode.HALF_UP);
        return Points.shortest(number).toPlainString();
    }

    private static BigDecimal amount(@Nullable String number, EstimateUnit unit) {
        return number == null ? BigDecimal.ZERO : new BigDecimal(number).multiply(BigDecimal.valueOf(unit.seconds));
    }

    /** Rounds to whole minutes, but some work never to none. */
    private static Optional<Integer> whole(BigDecimal seconds) {
        var minutes = seconds.divide(BigDecimal.valueOf(SECONDS_IN_MINUTE), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.valueOf(seconds.signum()));
        return minutes.compareTo(BigDecimal.valueOf(TaskRules.MOST_MINUTES)) <= 0
                ? Optional.of(minutes.intValueExact())
                : Optional.empty();
    }
}
