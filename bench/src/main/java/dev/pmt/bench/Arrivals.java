package dev.pmt.bench;

import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import java.util.List;
import java.util.Set;

/**
 * Writes down the parcels that PMT's event log tells of.
 *
 * @param parcels where they are written down
 */
record Arrivals(Parcels parcels) implements EventConsumer {

    static final String NAME = "arrivals";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String producer() {
        return EventApplication.SENDER;
    }

    @Override
    public Set<String> types() {
        return Set.of(Sender.TYPE);
    }

    @Override
    public void forget(long after) {
        throw new UnsupportedOperationException("parcels do not go back");
    }

    @Override
    public void handle(List<Event> events) {
        parcels.arrive(events.stream().map(Event::subject).toList());
    }
}
