package dev.pmt.shared.events;

/** The events that a consumer has to read next are kept no longer. */
public final class EventsGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the last event that the consumer knows. */
    public EventsGoneException(String producer, long after) {
        super("The log of " + producer + " must hold event " + (after + 1) + ", which is kept no longer");
    }
}
