package dev.pmt.shared.carriers;

import dev.pmt.shared.events.Event;

/**
 * An event as a broker gave it.
 *
 * @param old it was at the broker before this reader, so it may belong to a log that is no more: one that was put back to a
 *     backup goes on with other events
 */
record Carried(Event event, boolean old) {

    long position() {
        return event.position();
    }
}
