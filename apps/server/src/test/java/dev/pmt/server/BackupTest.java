package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pmt.server.backup.BackupException;
import dev.pmt.server.backup.BackupReader;
import dev.pmt.server.backup.BackupWriter;
import dev.pmt.server.backup.SchemaLoader;
import dev.pmt.shared.data.Fence;
import dev.pmt.shared.data.Migrations;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Backups of a schema made to be hard to restore. */
class BackupTest extends BackupCase {

    @Test
    void restores_circles_identities_computed_columns_triggers_and_sequences_and_then_migrates_on() throws Exception {
        Migrations.runTo(access(place).apply("fixture"), "fixture", "1");
        execute(place, """
                TRUNCATE team, person CASCADE;
                BEGIN;
                INSERT INTO person ("Full ""name", team_id, boss_id, photo, since)
                SELECT E'Ä\\t\\n\\\\\\\\.\\\\N ' || n, 2, nullif(n / 10, 0), decode('00ff', 'hex'), now() FROM generate_series(1, 250) n;
                INSERT INTO team (name, leader) VALUES ('', 7);
                COMMIT;
                SELECT setval('used', 41);
                """);
        var file = write(place, List.of("fixture"));
        var target = fresh();

        try (var backup = BackupReader.open(file)) {
            assertThat(backup.manifest().services()).singleElement().satisfies(service -> {
                assertThat(service.migrations()).containsExactly("1");
                assertThat(service.rows()).isGreaterThan(250);
            });
            assertThat(backup.secrets()).isEqualTo(Map.of("auth-key", secrets.get("auth-key")));
            load(backup, target);
        }

        try (var original = connect(place);
                var copy = connect(target)) {
            assertThat(Migrations.applied(copy, "fixture")).containsExactly("1", "2");
            execute(place, "ALTER TABLE seen ADD COLUMN later text DEFAULT 'added after the backup'");
            assertThat(TableContents.of(copy)).isEqualTo(TableContents.of(original));
            assertThat(TableContents.structure(copy)).isEqualTo(TableContents.structure(original));
        }
    }

    @Test
    void a_restored_schema_belongs_to_its_new_place_in_a_new_epoch_and_its_events_go_on() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        execute(place, "UPDATE event_relay SET position = 7");
        var file = write(place, List.of("fixture"));
        var target = fresh();

        try (var backup = BackupReader.open(file)) {
            load(backup, target);
        }

        try (var original = connect(place);
                var copy = connect(target)) {
            assertThat(new Fence("fixture").epoch(original)).hasValue(1);
            assertThat(new Fence("fixture").epoch(copy)).hasValue(2);
            assertThat(TableContents.strings(copy, "SELECT position FROM event_relay"))
                    .containsExactly("7");
        }
        assertThatThrownBy(() -> execute(target, "INSERT INTO team (name) VALUES ('of the original')"))
                .hasMessageContaining("epoch 2");
    }

    @Test
    void a_backup_from_before_the_events_and_the_fence_is_restored() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        execute(place, """
                INSERT INTO team (name) VALUES ('early');
                DROP FUNCTION fence CASCADE;
                DROP TABLE event_dead_letter, event_inbox, event_consumer, event_relay, event_log, fence_owner;
                """);
        var target = fresh();

        try (var backup = BackupReader.open(write(place, List.of("fixture")))) {
            load(backup, target);
        }

        try (var copy = connect(target)) {
            assertThat(TableContents.strings(copy, "SELECT name FROM team WHERE name = 'early'"))
                    .hasSize(1);
            assertThat(TableContents.strings(copy, "SELECT position FROM event_relay"))
                    .containsExactly("0");
            assertThat(new Fence("fixture").epoch(copy)).hasValue(2);
        }
    }

    @Test
    void a_schema_that_has_tables_is_not_restored_into() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        var file = write(place, List.of("fixture"));

        try (var backup = BackupReader.open(file)) {
            assertThatThrownBy(() -> load(backup, place))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("empty database", "fixture");
        }
    }

    @Test
    void consumers_are_read_before_producers_and_what_holds_nothing_is_left_out() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        for (var service : List.of("later", "empty")) {
            database(place).provision(service, secrets.ofDatabase(service));
        }
        try (var connection = access(place).apply("later").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE flyway_schema_history AS SELECT 1 AS installed_rank, '1' AS version, true AS success");
        }

        var manifest = new BackupWriter(home.directory(), "test", NOON, access(place))
                .write(directory.resolve("order.pmtbackup"), List.of("fixture", "later", "empty"), Map.of());

        assertThat(manifest.services()).extracting(service -> service.name()).containsExactly("later", "fixture");
    }

    @Test
    void files_that_services_keep_come_back_whole_and_what_is_unfinished_stays_behind() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        var sha = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        var name = "files/fixture/9f/86/" + sha;
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), "test");
        Files.createDirectories(home.resolve("files/fixture/incoming"));
        Files.writeString(home.resolve("files/fixture/incoming/1.tmp"), "half of");
        var target = directory.resolve("with-files");

        var file = write(place, List.of("fixture"));
        try (var backup = BackupReader.open(file)) {
            assertThat(backup.manifest().files())
                    .extracting(entry -> entry.name(), entry -> entry.sha256())
                    .containsExactly(tuple(name, sha));
            backup.restoreFiles(target);
        }
        assertThat(target.resolve(name)).hasContent("test");
        assertThat(target.resolve("files/fixture/incoming")).doesNotExist();
        Files.delete(home.resolve(name));
    }

    @Test
    void a_file_that_cannot_be_written_leaves_nothing_behind() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        var folder = Files.createDirectory(directory.resolve("folder"));
        Files.writeString(folder.resolve("inhabitant"), "");

        assertThatThrownBy(() -> new BackupWriter(home.directory(), "test", NOON, access(place))
                        .write(folder, List.of("fixture"), Map.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(folder.toString());
        assertThat(directory.resolve("folder.new")).doesNotExist();
    }

    private static void load(BackupReader backup, DatabaseAddress place) {
        SchemaLoader.order(backup.manifest()).forEach(new SchemaLoader(backup, access(place))::load);
    }
}
