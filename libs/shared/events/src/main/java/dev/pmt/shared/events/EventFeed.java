package dev.pmt.shared.events;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A producer's log as a consumer reads it, whatever carries it. */
public interface EventFeed {

    /**
     * Returns events in order of their positions, from the one right after {@code after}; waits for one if there is none,
     * and returns nothing when the time is over.
     *
     * @throws EventsGoneException when the events right after are kept no longer
     * @throws FeedException when the log cannot be reached
     * @throws InterruptedException when the reader is told to stop
     */
    List<Event> read(long after, int limit, Duration wait) throws InterruptedException;

    /** Ends the waiting of all who read in this process, where the carrier can; they get nothing, and read again. */
    default void wake() {}

    /** Returns the highest position given so far. @throws FeedException when the log cannot be reached */
    long head() throws InterruptedException;

    /**
     * Gives the state of what the producer's log is about, a batch at a time, instead of the events that led to it.
     *
     * @return the place in the log at which this is the state
     * @throws FeedException when the log cannot be reached or its service has no snapshot
     */
    SnapshotPlace snapshot(Consumer<List<Event>> states) throws InterruptedException;
}
