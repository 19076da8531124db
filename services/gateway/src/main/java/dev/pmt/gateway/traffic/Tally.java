package dev.pmt.gateway.traffic;

import java.time.Duration;
import java.util.Arrays;

/** Requests counted: how many, how many failed, and how long they took, to 10 % exactly. */
final class Tally {

    /** Up to 1.1^200 microseconds, which are three minutes. */
    private static final int STEPS = 200;

    private static final double LOG_STEP = Math.log(1.1);

    private final int[] times = new int[STEPS];
    private int requests;
    private int errors;

    void add(boolean error, long nanos) {
        requests++;
        errors += error ? 1 : 0;
        times[step(nanos)]++;
    }

    void add(Tally other) {
        requests += other.requests;
        errors += other.errors;
        for (var step = 0; step < STEPS; step++) {
            times[step] += other.times[step];
        }
    }

    void clear() {
        requests = 0;
        errors = 0;
        Arrays.fill(times, 0);
    }

    int requests() {
        return requests;
    }

    int errors() {
        return errors;
    }

    double errorRate() {
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /** Returns the time within which half were answered, rounded up; zero when there were none. */
    Duration p50() {
        return within(requests / 2);
    }

    /** Returns the time within which 99 of 100 were answered, rounded up; zero when there were none. */
    Duration p99() {
        return within(requests / 100);
    }

    /** Returns the time within which all but so many were answered. */
    private Duration within(int slower) {
        var left = slower;
        for (var step = STEPS - 1; step >= 0; step--) {
            left -= times[step];
            if (left < 0) {
                return upperEnd(step);
            }
        }
        return Duration.ZERO;
    }

    /** Counts those that surely took longer. */
    int slowerThan(Duration bound) {
        var slower = 0;
        for (var step = step(bound.toNanos()) + 1; step < STEPS; step++) {
            slower += times[step];
        }
        return slower;
    }

    private static int step(long nanos) {
        var micros = Math.max(1, nanos / 1_000.0);
        return Math.min(STEPS - 1, (int) (Math.log(micros) / LOG_STEP));
    }

    private static Duration upperEnd(int step) {
        return Duration.ofNanos((long) (Math.exp((step + 1) * LOG_STEP) * 1_000));
    }
}
