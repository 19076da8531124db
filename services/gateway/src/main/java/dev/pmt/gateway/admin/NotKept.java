package dev.pmt.gateway.admin;

/** A change that is in force and could not be written down. */
final class NotKept extends Exception {

    private static final long serialVersionUID = 1L;

    NotKept() {
        super("not kept", null, false, false);
    }
}
