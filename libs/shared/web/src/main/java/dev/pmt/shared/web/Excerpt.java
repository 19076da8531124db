package dev.pmt.shared.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The beginning of a value that a caller sent, on one line, for messages. */
public final class Excerpt {

    private static final int LONGEST = 60;
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Excerpt() {}

    /** Returns at most 60 characters of the value. */
    public static String of(@Nullable Object value) {
        var line = GAPS.matcher(String.valueOf(value)).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
