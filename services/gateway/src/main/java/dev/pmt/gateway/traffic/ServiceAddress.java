package dev.pmt.gateway.traffic;

import java.net.URI;

/** Where requests can be sent. */
public final class ServiceAddress {

    private ServiceAddress() {}

    /** Returns the address. @throws RefusedRule unless it is {@code http://<host>:<port>} */
    public static URI checked(URI address) {
        if (!"http".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1) {
            throw new RefusedRule("address must be http://<host>:<port>: " + address);
        }
        return address;
    }

    /** Reads an address. @throws RefusedRule unless it is {@code http://<host>:<port>} */
    public static URI of(String text) {
        try {
            return checked(URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new RefusedRule("address must be http://<host>:<port>: " + text);
        }
    }
}
