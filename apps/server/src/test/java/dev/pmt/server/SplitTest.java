package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.contracts.SpanCollector;
import dev.pmt.shared.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The same program and data as processes: one for each service, and then other ones. */
class SplitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void services_run_in_processes_of_their_own_that_come_back_end_with_the_program_and_say_why_they_cannot_start()
            throws Exception {
        var home = directory.resolve("home");
        var port = ServerProcess.freePort();
        Visitor ada;
        Collection<ProcessHandle> left;
        try (var collector = SpanCollector.start();
                var pmt = ServerProcess.start(
                                home,
                                port,
                                "--topology",
                                "split",
                                "--otlp-url",
                                collector.address().toString())
                        .awaitReady()) {
            assertThat(pmt.services()).containsOnlyKeys("edge", "auth", "api", "notifications", "health", "web");
            assertThat(pmt.services().values().stream().map(ProcessHandle::pid)).doesNotHaveDuplicates();
            ada = new Visitor(port).becomeAdministrator(home);
            ada.fill("SPLIT", 3);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ada.get("/api/v1/profiles").body())
                            .as("what auth says reaches api")
                            .contains("Ada"));
            MovedTask.isOneTrace(ada, "SPLIT", port, collector);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ada.get("/api/status").body())
                            .as("health proves to the edge who it is, and every service answers")
                            .contains("\"status\":\"up\""));
            assertThat(pmt.get("/").statusCode()).isEqualTo(200);
            assertEachDatabaseIsItsServices(home);
            await().atMost(PATIENCE).untilAsserted(() -> assertMapShows(pmt, ada));

            for (var process : List.of("api", "edge")) {
                var killed = pmt.services().get(process);
                killed.destroyForcibly();
                await().atMost(PATIENCE).until(() -> isReplaced(pmt, process, killed));
                awaitProject(ada, pmt);
            }
            assertThat(pmt.output()).contains("Process api has ended by itself");

            left = pmt.services().values();
            pmt.signal("KILL");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(left).noneMatch(ProcessHandle::isAlive));
        }

        try (var pmt =
                ServerProcess.startMeasured(home, port, "--topology", "doors").awaitReady()) {
            var processes = pmt.services();
            assertThat(processes).containsOnlyKeys("edge", "core", "live");
            awaitProject(ada, pmt);
            assertEachDatabaseIsItsServices(home);
            pmt.signal("TERM");
            assertThat(pmt.exitCode()).isEqualTo(143);
            assertThat(processes.values()).noneMatch(ProcessHandle::isAlive);
        }

        var broken = Map.of("PMT_EVENTS_BATCH", "many");
        var mine = Files.writeString(
                directory.resolve("mine.yml"), "processes: {edge: [gateway, notifications], core: [auth, api]}");
        try (var pmt = ServerProcess.start(home, port, broken, "--topology", mine.toString())) {
            assertThat(pmt.exitCode()).isEqualTo(Exit.FAILED.code());
            assertThat(pmt.output())
                    .contains("pmt: Process edge did not start: ")
                    .doesNotContain("PMT serves at");
            assertThat(pmt.services()).isEmpty();
        }
    }

    /** Who has which connections to which database, and that the others are not let in. */
    private static void assertEachDatabaseIsItsServices(Path home) throws Exception {
        var owners = List.of("api", "auth", "notifications");
        try (var database = HomeDatabase.connect(home)) {
            assertThat(TableContents.strings(database, """
                            SELECT DISTINCT usename || ' in ' || datname FROM pg_stat_activity
                             WHERE usename IN ('api', 'auth', 'notifications') ORDER BY 1
                            """))
                    .containsExactly(
                            "api in postgres_api", "auth in postgres_auth", "notifications in postgres_notifications");
        }
        var databases = HomeDatabase.databases(home);
        for (var owner : owners) {
            for (var other :
                    owners.stream().filter(service -> !service.equals(owner)).toList()) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                databases.of(owner).url(), other, new Secrets(home).ofDatabase(other)))
                        .hasMessageContaining("permission denied for database \"postgres_" + owner + "\"");
            }
        }
    }

    /** Administrators see for each service the process that runs it and the database that holds its data. */
    private static void assertMapShows(ServerProcess pmt, Visitor ada) throws Exception {
        var map = new JsonMapper().readTree(ada.get("/api/v1/admin/map").body());
        var processes = new HashMap<String, Long>();
        map.path("processes")
                .forEach(process -> process.path("services")
                        .forEach(service -> processes.put(
                                service.asString(), process.path("pid").asLong())));
        var databases = new TreeSet<String>();
        map.path("services").forEach(service -> {
            if (service.has("database")) {
                databases.add(service.path("name").asString() + " in "
                        + service.at("/database/name").asString());
            }
        });
        var real = new HashMap<String, Long>();
        pmt.services().forEach((name, process) -> real.put(name.equals("edge") ? "gateway" : name, process.pid()));

        assertThat(processes).as(map.toString()).isEqualTo(real);
        assertThat(databases)
                .containsExactly(
                        "api in postgres_api", "auth in postgres_auth", "notifications in postgres_notifications");
    }

    private static boolean isReplaced(ServerProcess pmt, String process, ProcessHandle before) {
        var now = pmt.services().get(process);
        return now != null && now.pid() != before.pid();
    }

    private static void awaitProject(Visitor ada, ServerProcess pmt) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(ada.get("/api/v1/projects/SPLIT").statusCode())
                                .as(pmt.output())
                                .isEqualTo(200));
    }
}
