package dev.pmt.auth;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.testing.TestTokens;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The auth service on a database of its own, as a host would start it. */
final class RunningAuth implements AutoCloseable {

    static final String CLIENT_SECRET = "client-secret-of-the-edge-0123456789abcdef";
    static final String KEY_SECRET = "key-secret-of-this-installation-0123456789";

    private final TestDatabase database;
    private final RunningService service;

    private RunningAuth(TestDatabase database, RunningService service) {
        this.database = database;
        this.service = service;
    }

    static RunningAuth start() {
        return on(TestDatabase.fresh("auth"), Map.of());
    }

    static RunningAuth on(TestDatabase database, Map<String, String> more) {
        var settings = new HashMap<>(database.settings());
        settings.put("pmt.url", TestTokens.ISSUER);
        settings.put("pmt.jwks-uri", "http://127.0.0.1:9/oauth2/jwks");
        settings.put("pmt.edge.client-secret", CLIENT_SECRET);
        settings.put("pmt.auth.key-secret", KEY_SECRET);
        settings.putAll(more);
        return new RunningAuth(database, new AuthService().start(new ServiceSettings(settings)));
    }

    URI address() {
        return service.address();
    }

    TestDatabase database() {
        return database;
    }

    /** Changes the database behind the service's back. */
    int execute(String sql, Object... parameters) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("test statement failed: " + sql, e);
        }
    }

    /** Reads the first column of the first row. */
    String value(String sql) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("test query failed: " + sql, e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
