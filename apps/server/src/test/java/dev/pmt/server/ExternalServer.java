package dev.pmt.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL that is not PMT's: with a database for it, and an administrator who is no superuser. */
final class ExternalServer implements AutoCloseable {

    static final String ADMINISTRATOR = "pmt_admin";
    static final String PASSWORD = "p@ss:wörd";

    private final EmbeddedPostgres server;
    private final Path data;

    private ExternalServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static ExternalServer start(Path directory) {
        try {
            var password = Files.writeString(Files.createDirectories(directory).resolve("password"), "postgres");
            var data = directory.resolve("data");
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", "postgres")
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .start();
            var external = new ExternalServer(server, data);
            external.execute("CREATE ROLE " + ADMINISTRATOR + " LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
            external.database("pmt");
            return external;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a database that the administrator may use. */
    void database(String name) {
        execute("CREATE DATABASE " + name);
        execute("GRANT CREATE ON DATABASE " + name + " TO " + ADMINISTRATOR);
    }

    String place() {
        return "127.0.0.1:" + server.getPort();
    }

    String url(String user, String database) {
        return "postgresql://" + user + "@127.0.0.1:" + server.getPort() + "/" + database;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, "postgres", "postgres");
    }

    void execute(String sql) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Stops the server, or starts it again with the options it had: what its operator would do. */
    void control(String... arguments) throws Exception {
        if (!PgCtl.run(data, ProcessBuilder.Redirect.DISCARD, arguments)) {
            throw new IllegalStateException("pg_ctl " + String.join(" ", arguments));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
