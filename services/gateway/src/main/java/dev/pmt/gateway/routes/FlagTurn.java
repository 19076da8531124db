package dev.pmt.gateway.routes;

import dev.pmt.gateway.flags.Flag;

/**
 * Where a route leads those for whom a flag is on.
 *
 * @param service that answers them, under its own address
 */
public record FlagTurn(String flag, String service) {

    /** Checks both names. */
    public FlagTurn {
        Flag.checkKey(flag);
        Route.checkService(service);
    }
}
