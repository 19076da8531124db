package dev.pmt.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A consumer in words. */
final class ConsumerLine {

    static final String HEAD = row("service", "consumer", "position", "lag", "oldest", "held back", "state");

    private ConsumerLine() {}

    /** Returns a row of the table. */
    static String row(String service, JsonNode consumer, Clock clock) {
        var position = consumer.path("position").asString("snapshot");
        var since = consumer.path("waitingSince").asString("");
        return row(
                service,
                consumer.required("name").asString(),
                position,
                consumer.path("lag").asString("?"),
                since.isEmpty() ? "-" : age(Duration.between(Instant.parse(since), clock.instant())),
                Long.toString(held(consumer)),
                state(consumer));
    }

    /** Says in a sentence how a consumer is after something was changed. */
    static String sentence(String service, JsonNode consumer) {
        var held = consumer.required("deadLetters");
        return "%s of %s: %s, %s behind; %d retrying, %d parked, %d waiting"
                .formatted(
                        consumer.required("name").asString(),
                        service,
                        state(consumer),
                        consumer.path("lag").asString("?"),
                        held.required("retrying").asLong(),
                        held.required("parked").asLong(),
                        held.required("waiting").asLong());
    }

    /** Counts what the consumer holds back. */
    static long held(JsonNode consumer) {
        var held = consumer.required("deadLetters");
        return held.required("retrying").asLong()
                + held.required("parked").asLong()
                + held.required("waiting").asLong();
    }

    /** Shortens a time to its largest unit. */
    static String age(Duration time) {
        if (time.toMinutes() < 2) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toHours() < 2) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " d";
    }

    private static String state(JsonNode consumer) {
        if (consumer.required("paused").asBoolean()) {
            return "paused";
        }
        return consumer.required("deadLetters").required("parked").asLong() > 0 ? "parked" : "running";
    }

    private static String row(String... cells) {
        return "%-14s %-24s %10s %8s %8s %10s  %s".formatted((Object[]) cells);
    }
}
