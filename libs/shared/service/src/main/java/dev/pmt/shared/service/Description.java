package dev.pmt.shared.service;

/** A part of what a service tells administrators of itself; nothing of it is a secret. */
public interface Description {

    /** Names the part, for example {@code database}. */
    String part();

    /** Tells it as it is now, as a record that can be written as JSON. */
    Object content();
}
