package dev.pmt.api.projects;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A merge patch of a status. */
record StatusPatch(Change<BigDecimal> wipLimit) {

    private static final BigDecimal MOST = BigDecimal.valueOf(999);

    void check() {
        var faults = new Faults();
        faults.check(
                isValid(wipLimit.value()),
                "wipLimit",
                "wipLimit must be a whole number from 1 to 999, or null: " + wipLimit.value());
        faults.refuse();
    }

    /** Returns the limit after the checked patch. */
    @Nullable
    Integer limitOver(@Nullable Integer current) {
        var wanted = wipLimit.value();
        if (!wipLimit.present()) {
            return current;
        }
        return wanted == null ? null : wanted.intValueExact();
    }

    private static boolean isValid(@Nullable BigDecimal limit) {
        return limit == null
                || (limit.compareTo(BigDecimal.ONE) >= 0
                        && limit.compareTo(MOST) <= 0
                        && limit.stripTrailingZeros().scale() <= 0);
    }
}
