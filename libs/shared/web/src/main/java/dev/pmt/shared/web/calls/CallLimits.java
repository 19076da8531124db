package dev.pmt.shared.web.calls;

import java.time.Duration;

/**
 * What the calls through one port may cost, and when they rest.
 *
 * @param timeout for one answer, its last byte included
 * @param atOnce calls under way; one more is refused
 * @param failures in a row after which calls rest
 * @param rest how long nobody is asked then; after it one call tries
 */
public record CallLimits(Duration timeout, int atOnce, int failures, Duration rest) {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(2);

    /** Five failures in a row, then two seconds of rest. */
    public static CallLimits of(Duration timeout, int atOnce) {
        return new CallLimits(timeout, atOnce, FAILURES, REST);
    }
}
