package dev.pmt.shared.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions of resources in the headers {@code ETag} and {@code If-Match} (RFC 9110, section 13.1.1). */
public final class Version {

    // Proxies that compress mark tags as weak, so a weak tag counts too. A change is held against the version alone.
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[0-9a-z]{1,16})?\"");

    private Version() {}

    /** Returns the {@code ETag} of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Returns the {@code ETag} of a version that is shown with what changes without it, of which there is a short mark. */
    public static String tag(long version, String mark) {
        return "\"" + version + "-" + mark + "\"";
    }

    /** Reads {@code If-Match}. @throws ProblemException 428 when it is missing, 400 when it is no version */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-required",
                    "If-Match must carry the ETag last read, so that nobody's change is lost.");
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-version",
                    "If-Match must be one version in double quotes such as \"3\": " + Excerpt.of(ifMatch));
        }
        return Long.parseLong(tag.group(1));
    }

    /** Refuses a change that was made against another version than the current one (412). */
    public static void check(long given, long current, String what) {
        if (given != current) {
            throw stale(what, current);
        }
    }

    /** Says that something was changed meanwhile, and which version it has now (412). */
    public static ProblemException stale(String what, long current) {
        return new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                what + " was changed meanwhile and has version " + current + "; read it again and repeat the change.",
                Map.of("version", current));
    }
}
