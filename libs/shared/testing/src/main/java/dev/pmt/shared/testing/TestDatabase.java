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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fresh database for one test class in the one real PostgreSQL of this run: an embedded one, or the server that the
 * environment variable {@code PMT_TEST_DB} names, as {@code postgresql://host:port?user=superuser&password=…}.
 *
 * @param url JDBC URL whose connections may write past the fence: they carry the first epoch, as a service's own do
 * @param user the service's role, named as the service
 * @param password its password
 */
public record TestDatabase(String url, String user, String password) {

    private static final String EPOCH = "options=-c%20pmt.epoch%3D1";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Creates a database that holds the service's empty schema. */
    public static TestDatabase fresh(String service) {
        var name = "test_" + service + "_" + COUNT.incrementAndGet();
        try (var admin = server();
                var statement = admin.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("test database could not be created", e);
        }
        var database = new TestDatabase(Server.INSTANCE.url(name) + "?" + EPOCH, service, "test-password");
        try (var superuser = database.superuser()) {
            SchemaProvisioner.provision(superuser, service, database.password());
        } catch (SQLException e) {
            throw new IllegalStateException("test schema could not be provisioned", e);
        }
        return database;
    }

    /** The database's name on its server. */
    public String name() {
        return bare().substring(bare().lastIndexOf('/') + 1);
    }

    /** Returns the settings that point a service at this database; the service finds its epoch by itself. */
    public Map<String, String> settings() {
        return Map.of("pmt.database.url", bare(), "pmt.database.user", user, "pmt.database.password", password);
    }

    /** Opens a connection as the service's role. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Opens a connection that may do anything, to arrange or look behind the service. */
    public Connection superuser() throws SQLException {
        return Server.INSTANCE.superuser(name());
    }

    /** Opens such a connection to the server, beside every test's database. */
    public static Connection server() throws SQLException {
        return Server.INSTANCE.superuser("postgres");
    }

    private String bare() {
        return url.substring(0, url.indexOf('?'));
    }

    /**
     * Where the databases are.
     *
     * @param address host and port
     * @param options the superuser's name and password, as a JDBC URL's query
     */
    private record Server(String address, String options) {

        private static final Pattern EXTERNAL = Pattern.compile("postgresql://([^/?]+)/?\\?(.+)");

        static final Server INSTANCE = start(System.getenv("PMT_TEST_DB"));

        private static Server start(@Nullable String external) {
            if (external != null) {
                var parts = EXTERNAL.matcher(external);
                if (!parts.matches()) {
                    throw new IllegalArgumentException(
                            "PMT_TEST_DB must be postgresql://host:port?user=superuser&password=…");
                }
                return new Server(parts.group(1), parts.group(2));
            }
            try {
                var embedded = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("wal_level", "logical")
                        .setServerConfig("password_encryption", "scram-sha-256")
                        .start();
                return new Server("127.0.0.1:" + embedded.getPort(), "user=postgres&password=postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL could not start", e);
            }
        }

        String url(String database) {
            return "jdbc:postgresql://" + address + "/" + database;
        }

        Connection superuser(String database) throws SQLException {
            return DriverManager.getConnection(url(database) + "?" + options + "&" + EPOCH);
        }
    }
}
