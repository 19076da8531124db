package dev.pmt.shared.service;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem detail (RFC 9457) as every door of PMT answers it.
 *
 * @param status HTTP status, 400 to 599
 * @param code stable kebab-case code that clients may branch on; also ends the {@code type} URI
 * @param title short summary, the same for every occurrence of the code
 * @param detail what happened here and what to do about it; never holds secrets or exception texts
 * @param extras further members, for example {@code currentVersion}
 */
public record Problem(int status, String code, String title, String detail, Map<String, Object> extras) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "https://pmt.dev/problems/";

    /** Checks the status and copies the extras. */
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be an error status: " + status);
        }
        extras = Map.copyOf(extras);
    }

    /** Makes a problem without further members. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of());
    }

    /** Returns the stable URI of this kind of problem. */
    public String type() {
        return TYPE_PREFIX + code;
    }

    /** Returns the members in the order in which they are written as JSON. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type());
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(extras);
        return body;
    }
}
