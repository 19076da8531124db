package dev.pmt.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an installation's secrets each service must know: its own, and what it shares with one other.
 *
 * @param secrets where they are kept
 * @param services all that there are: auth trusts their public keys
 */
record ServiceSecrets(Secrets secrets, List<String> services) {

    /** Returns them by the names of the settings that they are. */
    Map<String, String> of(String service) {
        var values = new HashMap<String, String>();
        values.put("pmt.service.key", ServiceKey.of(secrets, service).privateJwk());
        switch (service) {
            case "gateway" -> {
                values.put("pmt.edge.admin-secret", secrets.get("edge-admin"));
                values.put(
                        "pmt.edge.service-keys.health",
                        ServiceKey.of(secrets, "health").publicJwk());
                values.put("pmt.edge.client-secret", secrets.get("edge-client"));
                values.put("pmt.edge.cookie-secret", secrets.get("edge-cookie"));
            }
            case "auth" -> {
                values.put("pmt.edge.client-secret", secrets.get("edge-client"));
                values.put("pmt.auth.key-secret", secrets.get("auth-key"));
                services.forEach(name -> values.put(
                        "pmt.auth.service-keys." + name,
                        ServiceKey.of(secrets, name).publicJwk()));
            }
            case "web" ->
                values.put(
                        "pmt.web.service-keys.health",
                        ServiceKey.of(secrets, "health").publicJwk());
            default -> {}
        }
        if (Installation.ownsSchema(service)) {
            values.put("pmt.database.password", secrets.ofDatabase(service));
        }
        return values;
    }
}
