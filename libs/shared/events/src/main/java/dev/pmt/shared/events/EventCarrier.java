package dev.pmt.shared.events;

import java.util.List;

/**
 * A broker between services that brings events sooner, or to more readers, than their producer's log could; a bean of the
 * service. What it loses, doubles or upsets is put right from the log.
 */
public interface EventCarrier {

    /** Names the broker; how far the service's own log is published is kept as consumer {@code carrier:<name>}. */
    String name();

    /**
     * Publishes events of the service's own log in order, and returns when the broker has them all; one process at a time.
     * It may be given events again.
     *
     * @throws FeedException when the broker cannot be used; its message holds no secrets
     */
    void publish(List<Event> events) throws InterruptedException;

    /** Returns a producer's log as a consumer of this service reads it from the broker, and from the log what is missing there. */
    EventFeed feed(String producer, String consumer, EventFeed log);
}
