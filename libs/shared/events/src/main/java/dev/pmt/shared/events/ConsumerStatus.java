package dev.pmt.shared.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer is.
 *
 * @param producer the service whose log it reads
 * @param position of the last event that it has passed; null when it is to start from a snapshot
 * @param lag events that it has not passed yet; null while the producer does not answer, or before a snapshot
 * @param waitingSince when the oldest of these happened; null when there is none or that is not known
 * @param error why the oldest held event failed, or why this process cannot go on at all; null when all is well
 */
record ConsumerStatus(
        String name,
        String producer,
        @Nullable Long position,
        @Nullable Long lag,
        @Nullable Instant waitingSince,
        boolean paused,
        Held deadLetters,
        @Nullable String error) {

    /**
     * How many events it holds back.
     *
     * @param retrying failed, and will be tried again
     * @param parked failed too often, and wait for a person
     * @param waiting wait for an earlier event of their subject
     */
    record Held(long retrying, long parked, long waiting) {

        long all() {
            return retrying + parked + waiting;
        }
    }
}
