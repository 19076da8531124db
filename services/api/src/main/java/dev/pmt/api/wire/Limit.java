package dev.pmt.api.wire;

import org.jspecify.annotations.Nullable;

/** How many items a page may hold. */
public final class Limit {

    private static final int MOST = 100;

    private Limit() {}

    /** Checks a wanted page size. @throws dev.pmt.shared.web.ProblemException when it is out of bounds (400) */
    public static int of(@Nullable Integer wanted, int usual) {
        var limit = wanted == null ? usual : wanted;
        var faults = new Faults();
        faults.check(limit >= 1 && limit <= MOST, "limit", "limit must be from 1 to " + MOST + ": " + limit);
        faults.refuse();
        return limit;
    }
}
