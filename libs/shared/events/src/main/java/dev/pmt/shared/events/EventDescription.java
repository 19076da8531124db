package dev.pmt.shared.events;

import dev.pmt.shared.service.Description;
import java.util.List;

/** Tells how far the log and its consumers are, from this service's own database alone. */
record EventDescription(EventStatus status) implements Description {

    /** The highest position given so far, and who listens. */
    record Content(long head, List<EventStatus.Reached> consumers) {}

    @Override
    public String part() {
        return "events";
    }

    @Override
    public Content content() {
        return new Content(status.log().head(), status.reached());
    }
}
