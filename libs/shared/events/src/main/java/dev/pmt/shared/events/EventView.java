package dev.pmt.shared.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as administrators see it; its data are JSON by the contract of its type. */
record EventView(
        long position,
        UUID id,
        String type,
        UUID subject,
        long version,
        Instant time,
        @Nullable UUID actor,
        @JsonRawValue String data) {

    static EventView of(Event event) {
        return new EventView(
                event.position(),
                event.id(),
                event.type(),
                event.subject(),
                event.version(),
                event.time(),
                event.actor(),
                event.data());
    }
}
