package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another build's installation, filled by people through its public API, goes on with this build, and back. Only
 * {@code ./pmt upgrade-test} runs it, as it needs the other build's class path.
 */
@EnabledIfSystemProperty(named = "pmt.previous", matches = ".+")
class UpgradeTest {

    private static final String PREVIOUS = System.getProperty("pmt.previous", "");
    private static final String PRESENT = System.getProperty("java.class.path");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final int port = ServerProcess.freePort();

    @Test
    void what_people_made_is_there_after_the_upgrade_and_after_going_back() throws Exception {
        var home = directory.resolve("home");
        var manual = directory.resolve("manual.pmtbackup");
        UpgradeData data;
        ApiContents contents;
        KeptRows rows;
        boolean older;
        try (var previous = start(PREVIOUS, home).awaitReady()) {
            data = UpgradeData.make(port, new Visitor(port).becomeAdministrator(home));
            rows = settled(home);
            contents = ApiContents.read(data.session());
            assertThat(contents.size()).isGreaterThan(70);
            assertThat(rows.count()).isGreaterThan(80);
            older = isOlder(home);
            run(PREVIOUS, "backup", manual.toString(), "--home", home.toString());
        }

        List<Path> backups;
        try (var present = start(PRESENT, home).awaitReady()) {
            backups = backups(home);
            var said = present.output();
            assertThat(backups)
                    .hasSize(older ? 1 : 0)
                    .allSatisfy(file -> assertThat(said).contains(file.toString()));
            try (var database = HomeDatabase.connect(home)) {
                assertThat(rows.missing(database)).isEmpty();
            }
            assertThat(contents.changed(data.session())).isEmpty();
            assertThat(data.ben().get("/api/v1/projects/TEAM").statusCode()).isEqualTo(200);
            data.goOn(port);
            work(data.session(), home, "CARGO");
        }

        if (older) {
            refuses(home);
        } else {
            goesOn(home);
        }
        holds(PREVIOUS, restore(PREVIOUS, older ? backups.getFirst() : manual, "back"), contents, data);
        holds(PRESENT, restore(PRESENT, manual, "forth"), contents, data);
    }

    @Test
    void who_is_killed_at_work_and_upgraded_loses_and_doubles_nothing() throws Exception {
        var home = directory.resolve("home");
        Visitor ada;
        MovingLoad load;
        boolean logged;
        String cargo;
        try (var previous = start(PREVIOUS, home).awaitReady()) {
            ada = new Visitor(port).becomeAdministrator(home);
            ada.fill("CARGO", 200);
            ada.fill("LOAD", 5);
            cargo = ada.get("/api/v1/projects/CARGO/export.csv").body();
            logged = hasLog(home);
            try (var moving = load(ada, "LOAD")) {
                moving.awaitAcknowledged(100);
                previous.signal("KILL");
                assertThat(previous.endsWithin(PATIENCE)).isTrue();
                load = moving;
            }
        }

        try (var present = start(PRESENT, home).awaitReady()) {
            var export = ada.get("/api/v1/projects/CARGO/export.csv").body();
            assertThat(ApiContents.holdsRows(cargo, export))
                    .as(present.output())
                    .isTrue();
            try (var database = HomeDatabase.connect(home)) {
                for (var moved : load.ledger()) {
                    assertThat(version(database, moved.taskId())).isGreaterThanOrEqualTo(moved.version());
                }
                if (logged) {
                    assertThat(new SoakLedger(database, database).lost(load.ledger()))
                            .isZero();
                }
            }
            work(ada, home, "LOAD");
        }
    }

    /** Goes on moving tasks, and holds every move and every event against what its consumers made of it. */
    private static void work(Visitor ada, Path home, String key) throws Exception {
        MovingLoad load;
        try (var moving = load(ada, key)) {
            moving.awaitAcknowledged(50);
            load = moving;
        }
        try (var database = HomeDatabase.connect(home)) {
            var ledger = new SoakLedger(database, database);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ledger.open()).isEmpty());
            assertThat(ledger.lost(load.ledger())).as("lost moves").isZero();
            assertThat(UpgradedEvents.wrong(database)).isEmpty();
            assertThat(ledger.gaps() + ledger.reordered() + ledger.held()).isZero();
            assertThat(ledger.events()).isGreaterThanOrEqualTo(50);
        }
    }

    private static MovingLoad load(Visitor ada, String key) throws Exception {
        var keys = IntStream.rangeClosed(1, 5).mapToObj(n -> key + "-" + n).toList();
        return new MovingLoad(ada, keys, UpgradeData.statuses(ada, key));
    }

    /** Starts a build but for the client's files, which hold no data. */
    private ServerProcess start(String build, Path home) {
        return ServerProcess.startBuild(build, home, port, "--without", "web");
    }

    private void refuses(Path home) throws Exception {
        try (var previous = start(PREVIOUS, home)) {
            assertThat(previous.exitCode()).isEqualTo(Exit.VERSION_MISMATCH.code());
            assertThat(previous.output()).contains("newer than this program");
        }
    }

    private Path restore(String build, Path backup, String name) throws Exception {
        var home = directory.resolve(name);
        run(build, "restore", backup.toString(), "--home", home.toString());
        return home;
    }

    /** The program of before goes on with a schema that it knows. */
    private void goesOn(Path home) throws Exception {
        try (var previous = start(PREVIOUS, home).awaitReady()) {
            assertThat(previous.isAlive()).isTrue();
            work(new Visitor(port).signIn(), home, "CARGO");
        }
    }

    /** People sign in again, and find all that was there; what else lets them in works as before. */
    private void holds(String build, Path home, ApiContents contents, UpgradeData data) throws Exception {
        try (var pmt = start(build, home).awaitReady()) {
            assertThat(contents.changed(new Visitor(port).signIn()))
                    .as(pmt.output())
                    .isEmpty();
            data.goOn(port);
        }
    }

    private static void run(String build, String... arguments) throws Exception {
        try (var command = ServerProcess.command(build, arguments)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
    }

    private static List<Path> backups(Path home) throws Exception {
        var directory = home.resolve("backups");
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Reads all rows once they rest. */
    private static KeptRows settled(Path home) throws Exception {
        var last = new AtomicReference<>(new KeptRows(Map.of()));
        try (var database = HomeDatabase.connect(home)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                var now = KeptRows.read(database);
                return now.equals(last.getAndSet(now));
            });
        }
        return last.get();
    }

    private static boolean isOlder(Path home) {
        var database = BackupCase.database(RunningDatabase.find(home).orElseThrow());
        return SchemaCheck.of(database, HomeOptions.owners()) == SchemaCheck.State.OLDER;
    }

    private static boolean hasLog(Path home) throws SQLException {
        try (var database = HomeDatabase.connect(home)) {
            return !TableContents.strings(database, "SELECT 1 WHERE to_regclass('api.event_log') IS NOT NULL")
                    .isEmpty();
        }
    }

    private static long version(Connection database, String task) throws SQLException {
        try (var query = database.prepareStatement("SELECT version FROM api.task WHERE id = ?::uuid")) {
            query.setString(1, task);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
