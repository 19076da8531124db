package dev.pmt.gateway.traffic;

import java.time.Duration;

/**
 * How long and how many requests of a service may wait.
 *
 * @param deadline for one request, from its arrival; then it is answered 503
 * @param most requests that wait at a time; the next ones are answered 503 at once
 */
public record HoldLimits(Duration deadline, int most) {

    /** Below the minute after which clients, and the edge with its services, give up. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST = 20_000;

    /** 10 seconds, 2,000 requests. */
    public static final HoldLimits STANDARD = new HoldLimits(Duration.ofSeconds(10), 2_000);

    /** Checks both. */
    public HoldLimits {
        if (deadline.toMillis() < 1 || deadline.compareTo(LONGEST) > 0) {
            throw new RefusedRule("deadline must be from PT0.001S to " + LONGEST + ": " + deadline);
        }
        if (most < 1 || most > MOST) {
            throw new RefusedRule("most must be from 1 to " + MOST + ": " + most);
        }
    }
}
