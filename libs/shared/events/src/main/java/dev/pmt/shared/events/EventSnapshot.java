package dev.pmt.shared.events;

import java.util.function.Consumer;

/**
 * What a service tells consumers that come late, instead of a log that no longer begins at its beginning: a bean of the
 * producer.
 */
public interface EventSnapshot {

    /**
     * Tells the present state as the facts that would lead to it in the fewest steps, each with its subject's present
     * version; runs in a read-only transaction that sees one state of the whole schema.
     */
    void tell(Consumer<Fact> listener);
}
