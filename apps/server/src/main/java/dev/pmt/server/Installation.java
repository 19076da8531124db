package dev.pmt.server;

import dev.pmt.shared.service.ServiceSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives every service its settings: who it is, where its database is, and only the secrets that are its own. */
final class Installation implements Function<String, ServiceSettings> {

    private final UpOptions options;
    private final Home home;
    private final ServiceSecrets secrets;
    private final Databases databases;
    private final URI edgeAdmin;

    Installation(
            UpOptions options, List<String> services, Home home, Secrets secrets, Databases databases, URI edgeAdmin) {
        this.options = options;
        this.home = home;
        this.secrets = new ServiceSecrets(secrets, services);
        this.databases = databases;
        this.edgeAdmin = edgeAdmin;
    }

    @Override
    public ServiceSettings apply(String service) {
        var values = new HashMap<String, String>();
        values.put("pmt.version", Version.current());
        values.put("pmt.url", options.externalUrl().toString());
        values.put("pmt.internal-url", edgeAdmin.toString());
        values.put("pmt.jwks-uri", edgeAdmin + "/to/auth/oauth2/jwks");
        values.putAll(options.telemetry().settings(System.getenv()));
        values.putAll(secrets.of(service));
        values.putAll(ownSettings(service));
        if (ownsSchema(service)) {
            values.putAll(options.carrier());
            values.put("pmt.database.url", databases.of(service).url());
            values.put("pmt.database.user", service);
        }
        return new ServiceSettings(values);
    }

    private Map<String, String> ownSettings(String service) {
        return switch (service) {
            case "gateway" -> {
                var values = new HashMap<>(options.edge());
                values.put("pmt.port", Integer.toString(options.port()));
                values.put("pmt.bind", options.bind());
                values.put("pmt.insecure", Boolean.toString(options.insecure()));
                values.put("pmt.home", home.directory().toString());
                values.put("pmt.edge.admin-port", Integer.toString(edgeAdmin.getPort()));
                yield values;
            }
            case "api" ->
                Map.of("pmt.attachments.folder", home.resolve("files/api").toString());
            case "health" -> Map.of("pmt.edge.admin-url", edgeAdmin.toString());
            default -> Map.of();
        };
    }

    /** A service owns a schema exactly when it brings migrations for one. */
    static boolean ownsSchema(String service) {
        return Installation.class.getResource("/db/migration/" + service) != null;
    }
}
