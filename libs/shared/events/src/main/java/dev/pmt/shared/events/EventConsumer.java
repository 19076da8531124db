package dev.pmt.shared.events;

import java.util.List;
import java.util.Set;

/**
 * What a service does about events: a bean that implements it is called with the events of its types, in the order of
 * their positions, in a transaction that also keeps the consumer's position, so that effects in the schema happen once.
 */
public interface EventConsumer {

    /** Names the consumer; its position is kept under this name. */
    String name();

    /** Names the service whose log it reads. */
    String producer();

    /** Names the types that it handles; others are passed over. */
    Set<String> types();

    /**
     * Takes events into effect, in the transaction around this call; a list so that many can be written in one statement.
     *
     * @throws RuntimeException to be called again with each of them alone; one that fails then is tried again later, and
     *     until then later events of its subject wait
     */
    void handle(List<Event> events);
}
