package dev.pmt.server;

import dev.pmt.shared.data.SchemaProvisioner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The real PostgreSQL that runs beside the services, durable and closed to anyone without a password.
 *
 * <p>The library that unpacks and starts it is made for tests: it switches durability off and trusts every connection.
 * Both are turned round here, the second already for {@code initdb}, so that there is no moment without passwords.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    private EmbeddedDatabase(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Starts the server on a free port; stops one that a killed process left on the same data first. */
    static EmbeddedDatabase start(Home home, Secrets secrets) {
        var data = home.resolve("postgresql/data");
        LeftoverPostmaster.stop(data);
        var password = secrets.get("database-superuser");
        var log = Redirect.appendTo(home.resolve("logs/postgresql.log").toFile());
        try {
            Home.createPrivately(home.resolve("postgresql"));
            Home.createPrivately(home.resolve("logs"));
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            home.resolve("postgresql/program").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", password)
                    // initdb takes the last of equal options: these win over the library's "-A trust".
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig(
                            "pwfile", secrets.file("database-superuser").toString())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            return new EmbeddedDatabase(server, secrets);
        } catch (IOException | IllegalStateException e) {
            throw new Failure(
                    Exit.FAILED,
                    "The embedded PostgreSQL did not start; " + home.resolve("logs/postgresql.log") + " says why.",
                    e);
        }
    }

    /** Returns the JDBC URL of the one database that holds every service's schema. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Makes sure of the service's role and schema and returns the role's password. */
    String provision(String service) {
        var password = secrets.get("database-" + service);
        try (var connection = DriverManager.getConnection(url(), SUPERUSER, secrets.get("database-superuser"))) {
            SchemaProvisioner.provision(connection, service, password);
            return password;
        } catch (SQLException e) {
            throw new Failure(Exit.FAILED, "The schema of " + service + " could not be prepared.", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
