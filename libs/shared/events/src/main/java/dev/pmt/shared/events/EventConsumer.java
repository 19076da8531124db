package dev.pmt.shared.events;

import java.util.Set;

/**
 * What a service does about events: a bean that implements it is called for each event of its types, in the order of
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
     * Takes an event into effect, in the transaction around this call.
     *
     * @throws RuntimeException to be tried again later; until then later events of the subject wait
     */
    void handle(Event event);
}
