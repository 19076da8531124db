package dev.pmt.server;

import dev.pmt.shared.data.SchemaProvisioner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The real PostgreSQL that runs beside the services, durable and closed to anyone without a password.
 *
 * <p>The library that unpacks and starts it is made for tests: it switches durability off and trusts every connection.
 * Both are turned round here, the second already for {@code initdb}, so that there is no moment without passwords.
 */
final class EmbeddedDatabase implements Database {

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "database-superuser";

    private final EmbeddedPostgres server;
    private final PostmasterGuard guard;
    private final Path data;
    private final Redirect output;
    private final String password;

    private EmbeddedDatabase(
            EmbeddedPostgres server, PostmasterGuard guard, Path data, Redirect output, String password) {
        this.server = server;
        this.guard = guard;
        this.data = data;
        this.output = output;
        this.password = password;
    }

    /** Starts the server on a free port; stops one that a killed process left on the same data first. */
    static EmbeddedDatabase start(Home home, Secrets secrets) {
        var data = home.resolve("postgresql/data");
        PostgresVersion.refuseOther(data);
        LeftoverPostmaster.stop(data);
        var password = secrets.get(PASSWORD);
        var output = home.resolve("logs/postgresql.log");
        var log = Redirect.appendTo(output.toFile());
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
                    .setLocaleConfig("pwfile", secrets.file(PASSWORD).toString())
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
            var guard = PostmasterGuard.watch(data, output, server.getPort());
            return new EmbeddedDatabase(server, guard, data, log, password);
        } catch (IOException | IllegalStateException e) {
            throw new Failure(
                    Exit.FAILED,
                    "The embedded PostgreSQL did not start; " + home.resolve("logs/postgresql.log") + " says why.",
                    e);
        }
    }

    @Override
    public DatabaseAddress address() {
        return address(server.getPort(), password);
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, password);
    }

    /** Returns the way to a server that another process runs. */
    static DatabaseAddress address(int port, Secrets secrets) {
        return address(port, secrets.get(PASSWORD));
    }

    @Override
    public void provision(String service, String servicePassword) {
        try (var connection = databases().connect(service)) {
            SchemaProvisioner.provision(connection, service, servicePassword);
        } catch (SQLException e) {
            throw new Failure(Exit.FAILED, "The schema of " + service + " could not be prepared.", e);
        }
    }

    /** Stops the server here, with time for the last checkpoint, and lets the library only release what it holds. */
    @Override
    public void close() {
        guard.close();
        try {
            if (!PgCtl.run(data, output, "-m", "fast", "-t", "60", "-w", "stop")) {
                LeftoverPostmaster.stop(data);
            }
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
