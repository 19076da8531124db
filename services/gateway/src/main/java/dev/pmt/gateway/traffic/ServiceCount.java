package dev.pmt.gateway.traffic;

import java.time.Duration;

/** Counts one service's requests of the last minute and its open sockets, as one event loop sees them. */
final class ServiceCount {

    static final int SECONDS = 60;

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
    /** The running second needs a place too. */
    private static final int PLACES = SECONDS + 1;

    private final int[] seconds = new int[PLACES];
    private final Window window = new Window(Duration.ofSeconds(SECONDS));
    private long newest;
    private int sockets;

    void add(long elapsedNanos, boolean failed, long tookNanos) {
        moveTo(elapsedNanos);
        seconds[place(newest)]++;
        window.add(elapsedNanos, failed, tookNanos);
    }

    void opened() {
        sockets++;
    }

    void closed() {
        sockets--;
    }

    ServiceTraffic read(long elapsedNanos) {
        moveTo(elapsedNanos);
        var perSecond = new int[SECONDS];
        for (var second = 0; second < SECONDS; second++) {
            var when = newest - SECONDS + second;
            perSecond[second] = when < 0 ? 0 : seconds[place(when)];
        }
        return new ServiceTraffic(perSecond, window.sum(elapsedNanos), sockets);
    }

    private void moveTo(long elapsedNanos) {
        var now = elapsedNanos / SECOND_NANOS;
        for (var second = Math.max(newest + 1, now - SECONDS); second <= now; second++) {
            seconds[place(second)] = 0;
        }
        newest = Math.max(newest, now);
    }

    private static int place(long second) {
        return (int) (second % PLACES);
    }
}
