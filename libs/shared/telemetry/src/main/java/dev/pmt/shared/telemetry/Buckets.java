package dev.pmt.shared.telemetry;

import java.time.Duration;
import java.util.Arrays;

/** Bounds of histograms: a few that are chosen, since each costs a series for every label. */
public final class Buckets {

    private Buckets() {}

    /** Makes bounds of milliseconds. */
    public static Duration[] millis(long... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
