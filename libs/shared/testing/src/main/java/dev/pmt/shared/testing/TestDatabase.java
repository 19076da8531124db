package dev.pmt.shared.testing;

import dev.pmt.shared.data.SchemaProvisioner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh database for one test class in the one real PostgreSQL of this run.
 *
 * @param url JDBC URL
 * @param user the service's role, named as the service
 * @param password its password
 */
public record TestDatabase(String url, String user, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Creates a database that holds the service's empty schema. */
    public static TestDatabase fresh(String service) {
        var name = "test_" + service + "_" + COUNT.incrementAndGet();
        try (var admin = Server.INSTANCE.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("test database could not be created", e);
        }
        var database = new TestDatabase(Server.url(name), service, "test-password");
        try (var superuser = database.superuser()) {
            SchemaProvisioner.provision(superuser, service, database.password());
        } catch (SQLException e) {
            throw new IllegalStateException("test schema could not be provisioned", e);
        }
        return database;
    }

    /** Returns the settings that point a service at this database. */
    public Map<String, String> settings() {
        return Map.of("pmt.database.url", url, "pmt.database.user", user, "pmt.database.password", password);
    }

    /** Opens a connection as the service's role. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Opens a connection that may do anything, to arrange or look behind the service. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("password_encryption", "scram-sha-256")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL could not start", e);
            }
        }

        static String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + INSTANCE.getPort() + "/" + database;
        }
    }
}
