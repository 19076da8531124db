package dev.pmt.shared.events;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer could not handle yet.
 *
 * @param id of the event
 * @param attempts how often it was tried
 * @param error why it failed last; null for one that was never tried
 * @param retryAt when it is tried again; null unless it is {@link State#RETRYING}
 */
record DeadLetter(
        UUID id,
        String type,
        UUID subject,
        long position,
        State state,
        int attempts,
        @Nullable String error,
        @Nullable Instant retryAt) {

    /** What it waits for. */
    enum State {
        /** The time of its next attempt. */
        RETRYING,
        /** A person: it was tried as often as it is by itself. */
        PARKED,
        /** An earlier event of its subject. */
        WAITING;

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        /** Returns the name that the table and the wire have for it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
