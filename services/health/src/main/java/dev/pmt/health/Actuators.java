package dev.pmt.health;

import dev.pmt.shared.web.calls.CallLimits;
import dev.pmt.shared.web.calls.Ports;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;

/**
 * The ports to the services, one for each, through the edge: an address may hold for the edge alone, as in a container that runs
 * several services. What is known of one that hangs holds until it has another address.
 */
final class Actuators {

    /** A report that gave up waiting may still be asking when the next one begins. */
    private static final int AT_ONCE = 2;

    private record Kept(String address, Actuator port) {}

    private final Map<String, Kept> ports = new ConcurrentHashMap<>();
    private final Ports opener;
    private final HealthSettings settings;
    private final CallLimits limits;

    Actuators(Ports opener, HealthSettings settings) {
        this.opener = opener;
        this.settings = settings;
        limits = limits(settings);
    }

    static CallLimits limits(HealthSettings settings) {
        return CallLimits.of(settings.timeout(), AT_ONCE);
    }

    Actuator of(String service, String address) {
        return ports.compute(
                        service,
                        (name, kept) ->
                                kept != null && kept.address.equals(address) ? kept : new Kept(address, open(name)))
                .port();
    }

    /** An unwell service answers 503 with a body that says so: that is an answer. The edge's word that it is away is none. */
    private Actuator open(String service) {
        var door = service.equals(Services.EDGE) ? "" : "/to/" + service;
        return opener.open(
                Actuator.class,
                service,
                limits,
                client -> client.baseUrl(settings.adminUrl() + door)
                        .defaultStatusHandler(status -> status.value() == 503, (request, response) -> {
                            if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                                    response.getHeaders().getContentType())) {
                                throw new ResourceAccessException("the edge cannot reach it");
                            }
                        }));
    }
}
