package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.server.backup.BackupException;
import dev.pmt.server.backup.BackupReader;
import dev.pmt.server.backup.BackupWriter;
import dev.pmt.server.backup.SchemaLoader;
import dev.pmt.shared.data.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of a schema made to be hard to restore, and of files that are no good. */
class BackupTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path directory;

    private static Home home;
    private static Secrets secrets;
    private static EmbeddedDatabase database;
    private static int count;

    private String url;

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

    @BeforeEach
    void freshDatabase() throws SQLException {
        url = fresh();
    }

    @Test
    void restores_circles_identities_computed_columns_triggers_and_sequences_and_then_migrates_on() throws Exception {
        Migrations.runTo(access(url).apply("fixture"), "fixture", "1");
        execute(url, """
                TRUNCATE team, person CASCADE;
                BEGIN;
                INSERT INTO person ("Full ""name", team_id, boss_id, photo, since)
                SELECT E'Ä\\t\\n\\\\\\\\.\\\\N ' || n, 2, nullif(n / 10, 0), decode('00ff', 'hex'), now() FROM generate_series(1, 250) n;
                INSERT INTO team (name, leader) VALUES ('', 7);
                COMMIT;
                SELECT setval('used', 41);
                """);
        var file = write(url, List.of("fixture"));
        var target = fresh();

        try (var backup = BackupReader.open(file)) {
            assertThat(backup.manifest().services()).singleElement().satisfies(service -> {
                assertThat(service.migrations()).containsExactly("1");
                assertThat(service.rows()).isGreaterThan(250);
            });
            assertThat(backup.secrets()).isEqualTo(Map.of("auth-key", secrets.get("auth-key")));
            load(backup, target);
        }

        try (var original = connect(url);
                var copy = connect(target)) {
            assertThat(Migrations.applied(copy, "fixture")).containsExactly("1", "2");
            execute(url, "ALTER TABLE seen ADD COLUMN later text DEFAULT 'added after the backup'");
            assertThat(TableContents.of(copy)).isEqualTo(TableContents.of(original));
            assertThat(TableContents.structure(copy)).isEqualTo(TableContents.structure(original));
        }
    }

    @Test
    void a_schema_that_has_tables_is_not_restored_into() throws Exception {
        Migrations.run(access(url).apply("fixture"), "fixture");
        var file = write(url, List.of("fixture"));

        try (var backup = BackupReader.open(file)) {
            assertThatThrownBy(() -> load(backup, url))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("empty database", "fixture");
        }
    }

    @Test
    void consumers_are_read_before_producers() throws Exception {
        Migrations.run(access(url).apply("fixture"), "fixture");
        database(url).provision("later", secrets.ofDatabase("later"));

        try (var backup = BackupReader.open(write(url, List.of("fixture", "later")))) {
            assertThat(backup.manifest().services())
                    .extracting(service -> service.name())
                    .containsExactly("later", "fixture");
        }
    }

    @Test
    void a_backup_is_taken_before_data_are_migrated_and_the_newest_five_are_kept() throws Exception {
        Migrations.runTo(access(url).apply("fixture"), "fixture", "1");
        var other = Home.open(directory.resolve("other" + count));
        try (other) {
            new Schemas(other, database(url), secrets, List.of("gateway", "fixture"), silent()).prepare();

            try (var files = Files.list(other.resolve("backups"));
                    var backup = BackupReader.open(files.findFirst().orElseThrow())) {
                assertThat(backup.manifest().services().getFirst().migrations()).containsExactly("1");
            }
            for (int hour = 1; hour <= 6; hour++) {
                var clock = Clock.offset(NOON, Duration.ofHours(hour));
                new AutomaticBackups(other, clock).take(access(url), List.of("fixture"));
            }
            try (var files = Files.list(other.resolve("backups"))) {
                assertThat(files.map(file -> file.getFileName().toString()).toList())
                        .hasSize(AutomaticBackups.KEPT)
                        .allMatch(name -> name.matches("before-dev-\\d{8}T\\d{6}\\.\\d{3}Z\\.pmtbackup"))
                        .noneMatch(name -> name.contains("T130000"));
            }
        }
    }

    @Test
    void no_backup_is_taken_of_what_is_empty_or_current() throws Exception {
        var other = Home.open(directory.resolve("other" + count));
        try (other) {
            var schemas = new Schemas(other, database(url), secrets, List.of("fixture"), silent());
            schemas.prepare();
            Migrations.run(access(url).apply("fixture"), "fixture");
            schemas.prepare();

            assertThat(other.resolve("backups")).doesNotExist();
        }
    }

    @Test
    void data_without_their_secret_are_refused() throws Exception {
        Migrations.run(access(url).apply("fixture"), "fixture");
        try (var other = Home.open(directory.resolve("other" + count))) {
            var schemas =
                    new Schemas(other, database(url), new Secrets(other.directory()), List.of("fixture"), silent());

            assertThatThrownBy(schemas::prepare)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("secret that opens the signing keys");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "truncated", "flipped-row", "flipped-manifest", "without-manifest", "missing"})
    void a_damaged_file_is_refused_and_nothing_is_written(String damage) throws Exception {
        Migrations.run(access(url).apply("fixture"), "fixture");
        execute(url, "INSERT INTO team (name) SELECT 'team ' || n * 7919 FROM generate_series(1, 200) n");
        var file = damage(write(url, List.of("fixture")), damage);
        var target = directory.resolve("target-" + damage);

        var run = CommandLineRun.of("restore", file.toString(), "--home", target.toString());

        assertThat(run.exitCode()).isEqualTo(Exit.BACKUP_REFUSED.code());
        assertThat(run.output().lines()).singleElement().asString().contains(file.toString());
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":2,\"program\":\"9.0\"}",
                "{\"format\":1,\"program\":\"9.0\",\"createdAt\":\"2030-01-01T00:00:00Z\",\"secrets\":[],\"services\":"
                        + "[{\"name\":\"auth\",\"migrations\":[\"1\",\"900\"],\"tables\":[],\"sequences\":[]}]}"
            })
    void a_backup_of_a_newer_program_is_refused(String manifest) throws Exception {
        var file = zip("manifest.json", manifest);
        var target = directory.resolve("newer");

        var run = CommandLineRun.of("restore", file.toString(), "--home", target.toString());

        assertThat(run.exitCode()).isEqualTo(Exit.VERSION_MISMATCH.code());
        assertThat(run.output().lines()).singleElement().asString().contains("newer PMT (9.0)");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_home_that_holds_something_is_not_restored_into() throws Exception {
        Migrations.run(access(url).apply("fixture"), "fixture");
        var file = write(url, List.of("fixture"));

        var run = CommandLineRun.of(
                "restore", file.toString(), "--home", home.directory().toString());

        assertThat(run.exitCode()).isEqualTo(Exit.BACKUP_REFUSED.code());
        assertThat(run.output()).contains("empty home", home.directory().toString());
    }

    @Test
    void a_home_without_data_cannot_be_backed_up() {
        var run = CommandLineRun.of(
                "backup",
                directory.resolve("none").toString(),
                "--home",
                directory.resolve("empty").toString());

        assertThat(run.exitCode()).isEqualTo(Exit.HOME_UNUSABLE.code());
        assertThat(run.output()).contains("no data to back up");
    }

    @Test
    void a_file_that_cannot_be_written_leaves_nothing_behind() throws Exception {
        Migrations.run(access(url).apply("fixture"), "fixture");
        var folder = Files.createDirectory(directory.resolve("folder"));
        Files.writeString(folder.resolve("inhabitant"), "");

        assertThatThrownBy(
                        () -> new BackupWriter("test", NOON, access(url)).write(folder, List.of("fixture"), Map.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(folder.toString());
        assertThat(directory.resolve("folder.new")).doesNotExist();
    }

    private static Path write(String url, List<String> services) {
        var file = directory.resolve("backup" + count + ".pmtbackup");
        new BackupWriter("test", NOON, access(url)).write(file, services, secrets.neededByData());
        return file;
    }

    private static void load(BackupReader backup, String url) {
        SchemaLoader.order(backup.manifest()).forEach(new SchemaLoader(backup, access(url))::load);
    }

    private static Path damage(Path file, String damage) throws Exception {
        var bytes = Files.readAllBytes(file);
        switch (damage) {
            case "text" -> Files.writeString(file, "not a zip file");
            case "truncated" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case "flipped-row" -> Files.write(file, flip(bytes, "fixture/team.copy"));
            case "flipped-manifest" -> Files.write(file, flip(bytes, "manifest.json"));
            case "without-manifest" -> {
                return zip("fixture/team.copy", "");
            }
            default -> Files.delete(file);
        }
        return file;
    }

    /** Changes one bit of an entry's content, a little after its name. */
    private static byte[] flip(byte[] bytes, String entry) {
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[text.indexOf(entry) + entry.length() + 40] ^= 4;
        return bytes;
    }

    private static Path zip(String entry, String text) throws Exception {
        var file = directory.resolve("made" + count++ + ".pmtbackup");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return file;
    }

    private static Access access(String url) {
        return new Access(url, secrets);
    }

    private static Console silent() {
        return new Console(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()), false);
    }

    /** Makes a database with the fixture's empty schema. */
    private static String fresh() throws SQLException {
        var name = "fixture" + ++count;
        try (var connection = database.administrator();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        var url = database.url().replaceFirst("/postgres$", "/" + name);
        database(url).provision("fixture", secrets.ofDatabase("fixture"));
        return url;
    }

    /** Another database of the same server. */
    private static Database database(String url) {
        return new Database() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public Connection administrator() throws SQLException {
                return DriverManager.getConnection(url, "postgres", secrets.get("database-superuser"));
            }

            @Override
            public void provision(String service, String password) {
                try (var connection = administrator()) {
                    dev.pmt.shared.data.SchemaProvisioner.provision(connection, service, password);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    private static Connection connect(String url) throws SQLException {
        return access(url).apply("fixture").getConnection();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
