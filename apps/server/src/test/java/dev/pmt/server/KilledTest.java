package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {

    @TempDir
    Path directory;

    @Test
    void a_killed_process_loses_nothing_that_was_acknowledged() throws Exception {
        var path = directory.resolve("home");
        var leftover = startAndKill(path);

        try (var home = Home.open(path);
                var database = EmbeddedDatabase.start(home, new Secrets(path));
                var connection = DriverManager.getConnection(
                        database.address().url(), "auth", new Secrets(path).ofDatabase("auth"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
            Awaitility.await().until(() -> !leftover.isAlive());
        }
        startsAlthoughItsProcessIdIsTaken(path);
    }

    /** As in a container that was killed: all ids begin anew. */
    private static void startsAlthoughItsProcessIdIsTaken(Path path) throws Exception {
        var taken = ProcessHandle.current().parent().orElseThrow().pid();
        var data = path.resolve("postgresql/data");
        Files.writeString(data.resolve("postmaster.pid"), taken + "\n" + data.toAbsolutePath() + "\n1\n1\n\n\n\n");
        try (var home = Home.open(path);
                var database = EmbeddedDatabase.start(home, new Secrets(path));
                var connection = database.administrator()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void a_process_id_that_now_belongs_to_someone_else_is_left_alone() throws Exception {
        var data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data.toAbsolutePath() + "\n");

        LeftoverPostmaster.stop(data);

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    /** Starts the database, commits a row, kills the JVM; returns the postmaster that stays behind. */
    private static ProcessHandle startAndKill(Path home) throws Exception {
        try (var server = ServerProcess.startDatabase(home).awaitReady()) {
            var pidFile = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
            var url = "jdbc:postgresql://127.0.0.1:" + pidFile.get(3) + "/postgres";
            var password =
                    Files.readString(home.resolve("secrets/database-auth")).strip();
            try (var connection = DriverManager.getConnection(url, "auth", password);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 1 AS n");
            }
            var postmaster =
                    ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip())).orElseThrow();
            server.signal("KILL");
            assertThat(server.endsWithin(Duration.ofSeconds(30))).isTrue();
            assertThat(postmaster.isAlive()).isTrue();
            return postmaster;
        }
    }
}
