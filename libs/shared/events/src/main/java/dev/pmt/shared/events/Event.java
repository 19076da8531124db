package dev.pmt.shared.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as its log gives it to consumers.
 *
 * @param id UUIDv7, the same however often and by whatever carrier it comes
 * @param type stable name and version
 * @param subject the aggregate it happened to; events of one subject come in order
 * @param version the aggregate's version that it led to
 * @param position its place in the producer's log, from 1 and without gaps
 * @param actor the user who did it; null when no user did
 * @param data JSON by the contract of its type
 * @param trace what goes on with it: the place in the trace that led to it, and for a handler its own; null when unknown
 */
public record Event(
        UUID id,
        String type,
        UUID subject,
        long version,
        long position,
        Instant time,
        @Nullable UUID actor,
        String data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String trace) {

    /** Returns the event with another place in its trace. */
    Event at(@Nullable String place) {
        return new Event(id, type, subject, version, position, time, actor, data, place);
    }
}
