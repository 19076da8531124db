package dev.pmt.health;

import dev.pmt.shared.web.calls.CallLimits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports of one kind to the services, one for each, through the edge: an address may hold for the edge alone, as in a container
 * that runs several services. What is known of one that hangs holds until it has another address.
 */
final class ServicePorts<P> {

    /** A report that gave up waiting may still be asking when the next one begins. */
    private static final int AT_ONCE = 2;

    /** Opens a port to a service at a base URL. */
    interface Opening<P> {
        P open(String service, String url);
    }

    private record Kept<P>(String address, P port) {}

    private final Map<String, Kept<P>> ports = new ConcurrentHashMap<>();
    private final HealthSettings settings;
    private final Opening<P> opening;

    ServicePorts(HealthSettings settings, Opening<P> opening) {
        this.settings = settings;
        this.opening = opening;
    }

    static CallLimits limits(HealthSettings settings) {
        return CallLimits.of(settings.timeout(), AT_ONCE);
    }

    P of(String service, String address) {
        return ports.compute(
                        service,
                        (name, kept) ->
                                kept != null && kept.address.equals(address) ? kept : new Kept<>(address, open(name)))
                .port();
    }

    private P open(String service) {
        var door = service.equals(Services.EDGE) ? "" : "/to/" + service;
        return opening.open(service, settings.adminUrl() + door);
    }
}
