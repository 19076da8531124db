package dev.pmt.gateway.session;

import org.jspecify.annotations.Nullable;

/** Where a browser goes after sign-in: only within PMT (an open redirect would lend our name to another site). */
final class ReturnPath {

    private static final int LONGEST = 1_000;

    private ReturnPath() {}

    /** Returns the path if it stays here, otherwise the root. */
    static String local(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : "/";
    }

    private static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !path.equals("/session")
                && !path.startsWith("/session/")
                && path.length() <= LONGEST
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }
}
