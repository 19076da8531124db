package dev.pmt.cli;

/** The installation did not answer, or stopped answering. */
final class ConnectionLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConnectionLost(String place, Exception cause) {
        super("PMT does not answer at " + place + ". Is it running?", cause);
    }
}
