package dev.pmt.api.tasks;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Estimates: numbers from 0 to 9999 with at most 2 decimals, in their shortest plain form. */
public final class Points {

    /** The rule, for messages. */
    public static final String RULE = "must be a number from 0 to 9999 with at most 2 decimals";

    private static final BigDecimal MOST = BigDecimal.valueOf(9999);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(\\.\\d{0,10})?");

    private Points() {}

    /** Reads a plain decimal number, empty when the text is no estimate. */
    public static Optional<BigDecimal> parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(shortest(new BigDecimal(text))).filter(Points::isValid);
    }

    /** Returns the number without trailing zeros and without an exponent. */
    public static BigDecimal shortest(BigDecimal points) {
        var stripped = points.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal shortestOrNull(@Nullable BigDecimal points) {
        return points == null ? null : shortest(points);
    }

    static boolean isValid(BigDecimal points) {
        // The exponent is bounded first: the scale of 1e999999999 must not be worked out.
        return points.signum() >= 0
                && (long) points.precision() - points.scale() <= 5
                && points.scale() < 1000
                && points.compareTo(MOST) <= 0
                && points.stripTrailingZeros().scale() <= 2;
    }
}
