package dev.pmt.gateway.traffic;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Times in JSON. */
public final class Times {

    private Times() {}

    /** Reads a time (ISO 8601). @throws RefusedRule when it is none */
    public static Duration read(JsonObject from, String member, Duration fallback) {
        var text = from.getString(member);
        try {
            return text == null ? fallback : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedRule(member + " must be a time like PT10S: " + text);
        }
    }
}
