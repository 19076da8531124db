package dev.pmt.gateway.traffic;

import java.time.Duration;

/**
 * What a canary may cost before it is rolled back; each bound counts alone. The relative ones compare with the primary in the
 * same window and count only once both sides have enough samples.
 *
 * @param errorRate share of answers 5xx and failed connections, 0 to 1
 * @param errorFactor times the primary's share; below 1 % it is never too much
 * @param p99 time to the beginning of the answer
 * @param p99Factor times the primary's p99; within 20 ms of it it is never too much
 * @param samples fewest requests before anything is judged
 * @param window how far back requests count
 */
public record Bounds(
        double errorRate, double errorFactor, Duration p99, double p99Factor, int samples, Duration window) {

    /** 5 % and twice the primary's errors; 2 seconds and twice the primary's p99; 100 requests; the last minute. */
    public static final Bounds STANDARD = new Bounds(0.05, 2, Duration.ofSeconds(2), 2, 100, Duration.ofMinutes(1));

    /** Checks that each is a bound. */
    public Bounds {
        require(errorRate >= 0 && errorRate <= 1, "errorRate must be from 0 to 1: " + errorRate);
        require(errorFactor >= 1, "errorFactor must be at least 1: " + errorFactor);
        require(p99.isPositive(), "p99 must be longer than nothing: " + p99);
        require(p99Factor >= 1, "p99Factor must be at least 1: " + p99Factor);
        require(samples >= 10 && samples <= 1_000_000, "samples must be from 10 to 1000000: " + samples);
        require(
                window.toMillis() >= 1_000 && window.toHours() < 24,
                "window must be from PT1S to less than a day: " + window);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new RefusedRule(sentence);
        }
    }
}
