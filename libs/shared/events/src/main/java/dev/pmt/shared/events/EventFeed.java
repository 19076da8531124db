package dev.pmt.shared.events;

import java.time.Duration;
import java.util.List;

/** A producer's log as a consumer reads it, whatever carries it. */
public interface EventFeed {

    /**
     * Returns events in order of their positions, from the one right after {@code after}; waits for one if there is none,
     * and returns nothing when the time is over.
     *
     * @throws InterruptedException when the reader is told to stop
     */
    List<Event> read(long after, int limit, Duration wait) throws InterruptedException;
}
