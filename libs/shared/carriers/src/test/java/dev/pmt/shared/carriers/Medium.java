package dev.pmt.shared.carriers;

import java.util.Map;

/** What carries events in a run of the conformance suite: a real server, or what takes its place. */
interface Medium extends AutoCloseable {

    String name();

    /** Settings of producers and listeners. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** Whether the listener finds the producers in its own process. */
    default boolean isNear() {
        return false;
    }

    /** Whether events come while the log is out of reach. */
    default boolean isBroker() {
        return true;
    }

    /** Kills it. */
    void stop();

    /** Starts it with what it kept. */
    void start();

    /** Lets it forget everything. */
    void wipe();

    @Override
    void close();
}
