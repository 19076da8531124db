package dev.pmt.gateway.traffic;

import java.time.Duration;

/** The requests of the last while, in ten slices; forgets a slice at a time. */
final class Window {

    private static final int SLICES = 10;

    private final Tally[] slices = new Tally[SLICES];
    private final long sliceNanos;
    private long newest;

    Window(Duration length) {
        sliceNanos = length.toNanos() / SLICES;
        for (var slice = 0; slice < SLICES; slice++) {
            slices[slice] = new Tally();
        }
    }

    void add(long elapsedNanos, boolean error, long tookNanos) {
        moveTo(elapsedNanos);
        slices[(int) (newest % SLICES)].add(error, tookNanos);
    }

    Tally sum(long elapsedNanos) {
        moveTo(elapsedNanos);
        var sum = new Tally();
        for (var slice : slices) {
            sum.add(slice);
        }
        return sum;
    }

    private void moveTo(long elapsedNanos) {
        var now = elapsedNanos / sliceNanos;
        for (var slice = Math.max(newest + 1, now - SLICES + 1); slice <= now; slice++) {
            slices[(int) (slice % SLICES)].clear();
        }
        newest = Math.max(newest, now);
    }
}
