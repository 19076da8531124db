package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process and the database under load, then holds every acknowledged write against the log and its effects. */
class EventChaosTest {

    private static final Pattern STATUS = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"name\"");

    private static final String LAG = """
            SELECT count(*) FILTER (WHERE l.position IS NULL) + r.position - c.position
              FROM api.event_log l, api.event_relay r, api.event_consumer c
             WHERE c.name = 'task-activity'
             GROUP BY r.position, c.position
            """;

    private static final String DEAD_LETTERS = "SELECT count(*) FROM api.event_dead_letter";

    private static final String GAPS = "SELECT max(position) - count(*) FROM api.event_log";

    private static final String REORDERED = """
            SELECT count(*)
              FROM (SELECT version < lag(version) OVER (PARTITION BY subject ORDER BY position) AS early
                      FROM api.event_log) pairs
             WHERE early
            """;

    private static final String UNLOGGED = """
            SELECT count(*) FROM api.task t
             WHERE version <> (SELECT count(*) FROM api.event_log l WHERE l.subject = t.id)
            """;

    private static final String EFFECTS_MISSING_OR_TOO_MANY = """
            SELECT count(*)
              FROM (SELECT subject, version, id FROM api.event_log
                     WHERE type LIKE 'pmt.task.%' AND type <> 'pmt.task.moved.v1') said
              FULL JOIN api.task_activity done
                ON done.task_id = said.subject AND done.version = said.version AND done.event_id = said.id
             WHERE said.id IS NULL OR done.event_id IS NULL
            """;

    private static final String ACKNOWLEDGED =
            "SELECT count(*) FROM api.event_log WHERE subject = ?::uuid AND version = ? AND type = 'pmt.task.moved.v1'";

    @TempDir
    Path directory;

    @Test
    void no_acknowledged_write_is_lost_doubled_or_reordered_when_processes_are_killed() throws Exception {
        var home = directory.resolve("home");
        var port = ServerProcess.freePort();
        var server = ServerProcess.start(home, port).awaitReady();
        var ada = new Visitor(port).becomeAdministrator(home);
        ada.fill("CHAOS", 5);
        try (var load = new MovingLoad(ada, keys(), statuses(ada))) {
            for (int round = 0; round < 2; round++) {
                load.awaitAcknowledged(100);
                killDatabase(home);
                load.awaitAcknowledged(100);
                server.signal("KILL");
                assertThat(server.endsWithin(Duration.ofSeconds(10))).isTrue();
                server = ServerProcess.start(home, port).awaitReady();
            }
            load.awaitAcknowledged(100);
            load.close();
            reconcile(home, load, server);
        } finally {
            server.close();
        }
    }

    private static void reconcile(Path home, MovingLoad load, ServerProcess server) throws Exception {
        try (var database = HomeDatabase.connect(home)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(List.of(count(database, LAG), count(database, DEAD_LETTERS)))
                            .as(() -> "lag and dead letters; the server said: " + server.output())
                            .containsExactly(0L, 0L));
            assertThat(count(database, GAPS)).as("gaps").isZero();
            assertThat(count(database, REORDERED)).as("reordered").isZero();
            assertThat(count(database, UNLOGGED))
                    .as("tasks with other versions than events")
                    .isZero();
            assertThat(count(database, EFFECTS_MISSING_OR_TOO_MANY))
                    .as("effects")
                    .isZero();
            assertThat(load.unanswered()).as("moves whose end was never told").isPositive();
            assertThat(load.ledger()).hasSizeGreaterThan(400);
            for (var moved : load.ledger()) {
                assertThat(count(database, ACKNOWLEDGED, moved.taskId(), moved.version()))
                        .as(moved.toString())
                        .isOne();
            }
        }
    }

    private static List<String> keys() {
        return List.of("CHAOS-1", "CHAOS-2", "CHAOS-3", "CHAOS-4", "CHAOS-5");
    }

    private static List<String> statuses(Visitor ada) throws Exception {
        var statuses = STATUS.matcher(ada.get("/api/v1/projects/CHAOS").body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(statuses).hasSize(4);
        return statuses;
    }

    private static void killDatabase(Path home) throws Exception {
        var postmaster = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .getFirst()
                .strip();
        new ProcessBuilder("kill", "-KILL", postmaster).start().waitFor();
    }

    private static long count(Connection database, String sql, Object... parameters) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }
}
