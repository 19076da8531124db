package dev.pmt.gateway.traffic;

/** A request was not let go: its deadline passed, or too many waited before it. */
public final class HeldTooLong extends Exception {

    private static final long serialVersionUID = 1L;

    HeldTooLong() {
        super("held too long", null, false, false);
    }
}
