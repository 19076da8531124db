package dev.pmt.health;

import dev.pmt.shared.web.calls.ServiceIdentity;
import java.time.Clock;
import java.util.Map;

/**
 * What health shows a service to be told about it: the administrator's own token, by which the service judges for itself; to
 * those that verify no tokens, a proof of who is asking.
 */
record Introductions(ServiceIdentity identity, HealthSettings settings, Clock clock) {

    private static final String BEARER = "Bearer ";
    /** By the audience that its proof must name, so that no service can use another's. */
    private static final Map<String, String> BY_PROOF = Map.of(Services.EDGE, ServiceIdentity.EDGE, "web", "pmt-web");

    /** Returns the header for a service. */
    String to(String service, String administrator) {
        var audience = BY_PROOF.get(service);
        return audience == null ? administrator : service.equals(Services.EDGE) ? toEdge() : proof(audience);
    }

    /** Returns the header for the edge's management listener; one of an earlier release wants its secret. */
    String toEdge() {
        var secret = settings.adminSecret();
        return secret == null ? proof(ServiceIdentity.EDGE) : BEARER + secret;
    }

    private String proof(String audience) {
        return BEARER + identity.proof(audience, clock);
    }
}
