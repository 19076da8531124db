package dev.pmt.shared.events;

import dev.pmt.shared.telemetry.Traceparent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attributes of a CloudEvent as text, until they are an event; those that are not known are ignored. */
final class CloudEventAttributes {

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    Event toEvent() {
        oneOf("specversion", "1.0");
        if (values.containsKey("datacontenttype")) {
            oneOf("datacontenttype", "application/json");
        }
        text("source");
        return new Event(
                value("id", "a UUID", UUID::fromString),
                text("type"),
                value("subject", "a UUID", UUID::fromString),
                value("version", "a number from 0", CloudEventAttributes::count),
                value("position", "a number from 0", CloudEventAttributes::count),
                value("time", "an RFC 3339 time", CloudEventAttributes::time),
                values.containsKey("actor") ? value("actor", "a UUID", UUID::fromString) : null,
                text("data"),
                values.get(Traceparent.NAME));
    }

    private void oneOf(String name, String only) {
        if (!text(name).equals(only)) {
            throw malformed(name, only, null);
        }
    }

    private String text(String name) {
        var value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("A CloudEvent must have the attribute " + name);
        }
        return value;
    }

    private <T> T value(String name, String rule, Function<String, T> reading) {
        var text = text(name);
        try {
            return reading.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw malformed(name, rule, e);
        }
    }

    private IllegalArgumentException malformed(String name, String rule, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The attribute " + name + " of a CloudEvent must be " + rule + ": " + values.get(name), cause);
    }

    private static long count(String text) {
        var count = Long.parseLong(text);
        if (count < 0) {
            throw new NumberFormatException(text);
        }
        return count;
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
