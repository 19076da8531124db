package dev.pmt.shared.carriers;

import java.time.Duration;

/** How long to leave something alone that has failed: twice as long each time. */
final class Pause {

    private final Duration first;
    private final Duration longest;
    private Duration next;
    private long end = System.nanoTime();

    Pause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    void begin() {
        end = System.nanoTime() + next.toNanos();
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    void reset() {
        next = first;
    }
}
