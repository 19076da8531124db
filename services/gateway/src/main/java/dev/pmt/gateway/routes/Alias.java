package dev.pmt.gateway.routes;

import dev.pmt.gateway.http.RequestTarget;
import dev.pmt.gateway.traffic.RefusedRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An older prefix that still works: its requests go on as if they had named the newer one, and the answers say so (RFC 9745,
 * RFC 8594).
 *
 * @param prefix whole path segments, for example {@code /api/v0}
 * @param successor what stands there instead, for example {@code /api/v1}
 * @param deprecated since when, or from when on, it should not be used
 * @param sunset when it will likely be gone; null: not said
 */
public record Alias(
        String prefix,
        String successor,
        Instant deprecated,
        @Nullable Instant sunset) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Checks both prefixes and that the end is not before the beginning. */
    public Alias {
        Route.checkPrefix(prefix);
        Route.checkPrefix(successor);
        if (prefix.length() == 1 || RequestTarget.isClosed(successor)) {
            throw new RefusedRule("prefix must not be /, and successor must be open to the outside: " + successor);
        }
        if (prefix.contains("*") || successor.contains("*")) {
            throw new RefusedRule("prefix and successor of an older prefix must not contain *: " + prefix);
        }
        if (sunset != null && sunset.isBefore(deprecated)) {
            throw new RefusedRule("sunset must not be before deprecated: " + sunset);
        }
    }

    boolean covers(String path) {
        return Route.covers(prefix, path);
    }

    /** Returns the newer request target. */
    public String rewritten(String target) {
        var rest = target.substring(prefix.length());
        return successor.length() > 1 ? successor + rest : rest.startsWith("/") ? rest : "/" + rest;
    }

    /** Returns the value of the Deprecation header: a date of structured fields (RFC 9651). */
    public String deprecation() {
        return "@" + deprecated.getEpochSecond();
    }

    /** Returns the value of the Sunset header, an HTTP date; null when there is none. */
    public @Nullable String sunsetDate() {
        return sunset == null ? null : HTTP_DATE.format(sunset);
    }
}
