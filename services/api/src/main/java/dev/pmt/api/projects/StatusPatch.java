package dev.pmt.api.projects;

import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.WholeNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A merge patch of a status. */
record StatusPatch(Change<BigDecimal> wipLimit) {

    private static final int MOST = 999;

    void check() {
        var faults = new Faults();
        checkLimit(faults, wipLimit.value());
        faults.refuse();
    }

    /** Returns the limit after the checked patch. */
    @Nullable
    Integer limitOver(@Nullable Integer current) {
        return wipLimit.present() ? checkLimit(new Faults(), wipLimit.value()) : current;
    }

    /** Checks a limit; returns it as a whole number, or null when it is none. */
    static @Nullable Integer checkLimit(Faults faults, @Nullable BigDecimal limit) {
        faults.check(isValid(limit), "wipLimit", "wipLimit must be a whole number from 1 to 999, or null: " + limit);
        return limit == null || !isValid(limit) ? null : limit.intValueExact();
    }

    private static boolean isValid(@Nullable BigDecimal limit) {
        return limit == null || WholeNumber.isWithin(limit, 1, MOST);
    }
}
