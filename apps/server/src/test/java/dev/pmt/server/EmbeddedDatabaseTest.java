package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    @TempDir
    static Path directory;

    private static Home home;
    private static Secrets secrets;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        home = Home.open(directory.resolve("home"));
        secrets = new Secrets(home.directory());
        database = EmbeddedDatabase.start(home, secrets);
    }

    @AfterAll
    static void stop() {
        database.close();
        home.close();
    }

    @Test
    void keeps_what_it_acknowledges_and_can_replicate() throws SQLException {
        var settings = new HashMap<String, String>();
        try (var connection = superuser()) {
            for (var name : new String[] {"fsync", "synchronous_commit", "full_page_writes", "wal_level"}) {
                settings.put(name, one(connection, "SHOW " + name));
            }
        }
        assertThat(settings)
                .isEqualTo(Map.of(
                        "fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "wal_level", "logical"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "api"})
    void refuses_a_connection_without_the_password(String role) {
        database.provision("api", secrets.ofDatabase("api"));

        assertThatThrownBy(() -> DriverManager.getConnection(database.address().url(), role, ""))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(database.address().url(), role, "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keeps_passwords_as_scram_secrets() throws SQLException {
        database.provision("api", secrets.ofDatabase("api"));

        try (var connection = superuser()) {
            assertThat(one(connection, """
                            SELECT count(*) > 1 AND bool_and(rolpassword LIKE 'SCRAM-SHA-256$%')
                              FROM pg_authid WHERE rolcanlogin
                            """)).isEqualTo("t");
        }
    }

    @Test
    void writes_every_secret_for_its_owner_only() throws Exception {
        secrets.get("anything");

        try (var files = Files.list(home.resolve("secrets"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_service_cannot_read_another_services_schema() throws SQLException {
        var api = secrets.ofDatabase("api");
        var auth = secrets.ofDatabase("auth");
        database.provision("api", api);
        database.provision("auth", auth);
        try (var owner = DriverManager.getConnection(database.address().url(), "auth", auth);
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE credential(secret text)");
        }

        try (var stranger = DriverManager.getConnection(database.address().url(), "api", api)) {
            assertThatThrownBy(() -> one(stranger, "SELECT secret FROM auth.credential"))
                    .hasMessageContaining("permission denied for schema auth");
            assertThatThrownBy(() -> one(stranger, "SELECT 1 FROM pg_authid"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_version_that_this_program_expects_of_data_is_the_one_it_brings() throws Exception {
        try (var connection = superuser()) {
            assertThat(one(connection, "SHOW server_version")).startsWith(PostgresVersion.EMBEDDED + ".");
        }
    }

    @ParameterizedTest
    @CsvSource({"99, newer than this program", "17, make a backup with the PMT that made them"})
    void refuses_data_of_another_postgresql_untouched(int version, String remedy) throws Exception {
        var other = directory.resolve("other" + version);
        var data = Files.createDirectories(other.resolve("postgresql/data"));
        Files.writeString(data.resolve("PG_VERSION"), version + "\n");

        var run = CommandLineRun.of("--home", other.toString(), "--port", Integer.toString(ServerProcess.freePort()));

        assertThat(run.exitCode()).isEqualTo(Exit.VERSION_MISMATCH.code());
        assertThat(run.output()).contains("PostgreSQL " + version, remedy).doesNotContain("Exception");
        try (var files = Files.list(data)) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of("PG_VERSION"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "INT"})
    void is_started_again_on_the_same_port_when_it_dies(String signal) throws Exception {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept_" + signal + "(n int)");
        }
        var url = database.address().url();
        var pidFile = home.resolve("postgresql/data/postmaster.pid");
        var dead = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();

        new ProcessBuilder("kill", "-" + signal, Long.toString(dead.pid()))
                .start()
                .waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertThat(dead.isAlive()).isFalse();
            try (var connection = superuser()) {
                assertThat(one(connection, "SELECT to_regclass('kept_" + signal + "') IS NOT NULL"))
                        .isEqualTo("t");
            }
        });
        assertThat(database.address().url()).isEqualTo(url);
    }

    private static Connection superuser() throws SQLException {
        return database.administrator();
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
