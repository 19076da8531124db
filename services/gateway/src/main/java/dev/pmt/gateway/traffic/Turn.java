package dev.pmt.gateway.traffic;

/** A request's turn to go on; it ends when the request is on its way, so that the next one can follow. */
@FunctionalInterface
public interface Turn {

    /** The turn of a request that nobody waits behind. */
    Turn FREE = () -> {};

    /** Lets the next one go; the second time nothing happens. */
    void end();
}
