package dev.pmt.shared.events;

/** A producer's log cannot be reached; its reader tries again later. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked for. */
    public FeedException(String message) {
        super(message);
    }

    /** Says what was asked for, and why it was in vain. */
    public FeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
