package dev.pmt.gateway.traffic;

import java.time.Duration;

/**
 * What became of the requests that a hold kept.
 *
 * @param released let go, in order
 * @param expired answered 503 at their deadline
 * @param refused answered 503 because too many waited
 * @param longest time that one waited which was let go
 */
public record Released(int released, int expired, int refused, Duration longest) {

    /** Nothing was held. */
    public static final Released NOTHING = new Released(0, 0, 0, Duration.ZERO);
}
