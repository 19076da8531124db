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
     * Tells how it begins, and begins again when events that it needs are kept no longer: with a snapshot of the producer's
     * state, or with the oldest event there is. A snapshot suits who keeps what is so, not what happened.
     */
    default boolean startsFromSnapshot() {
        return false;
    }

    /**
     * Forgets what events beyond a position led to, because it is given them again: all of it for 0, as before a snapshot.
     * Runs in the transaction that sets the position back.
     */
    void forget(long after);

    /**
     * Takes events into effect, in the transaction around this call; a list so that many can be written in one statement.
     *
     * @throws RuntimeException to be called again with each of them alone; one that fails then is tried again later, and
     *     until then later events of its subject wait
     */
    void handle(List<Event> events);
}
