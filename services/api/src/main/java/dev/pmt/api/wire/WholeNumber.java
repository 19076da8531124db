package dev.pmt.api.wire;

import java.math.BigDecimal;

/** Whole numbers as requests write them; 3.0 is one. */
public final class WholeNumber {

    private WholeNumber() {}

    /** Tells whether a number is whole and within bounds, both of which count. */
    public static boolean isWithin(BigDecimal number, int least, int most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
