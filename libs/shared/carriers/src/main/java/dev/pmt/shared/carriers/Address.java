package dev.pmt.shared.carriers;

import java.net.URI;

/**
 * Where a service's events are at a broker that several installations may share.
 *
 * @param installation its external URL
 * @param service the service's name
 */
record Address(String installation, String service) {

    /** Shortens the URL to host and port. */
    Address {
        var authority = installation.isEmpty() ? null : URI.create(installation).getAuthority();
        installation = authority == null ? "local" : authority;
    }

    /** Names what the service publishes to. */
    String own() {
        return of(service);
    }

    /** Names what another service publishes to. */
    String of(String producer) {
        return "pmt:events:" + installation + ":" + producer;
    }

    /** Names what a consumer of this service reads from, where each has a place of its own. */
    String of(String producer, String consumer) {
        return of(producer) + ":" + service + ":" + consumer;
    }
}
