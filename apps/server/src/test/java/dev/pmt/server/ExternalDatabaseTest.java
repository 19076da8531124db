package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product on a PostgreSQL that is not its own, administered by a role that is no superuser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExternalDatabaseTest {

    @TempDir
    static Path directory;

    private static ExternalServer external;
    private static Path home;
    private static Path passwordFile;
    private static ServerProcess server;
    private static Visitor ada;

    @BeforeAll
    static void start() throws Exception {
        external = ExternalServer.start(directory.resolve("external"));
        home = directory.resolve("home");
        passwordFile = Files.createFile(
                directory.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, ExternalServer.PASSWORD + "\n");
        var environment = Map.of(
                "PMT_DB",
                external.url(ExternalServer.ADMINISTRATOR, "pmt"),
                "PMT_DB_PASSWORD",
                ExternalServer.PASSWORD);
        server =
                ServerProcess.start(home, ServerProcess.freePort(), environment).awaitReady();
        ada = new Visitor(server.port()).becomeAdministrator(home);
        ada.fill("FULL", 30);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        external.close();
    }

    @Test
    void serves_everything_without_an_embedded_one() throws Exception {
        assertThat(server.get("/api/status").body()).contains("\"status\":\"up\"");
        assertThat(ada.get("/api/v1/projects/FULL/tasks?limit=100").body()).contains("Täsk, number 30");
        assertThat(home.resolve("postgresql")).doesNotExist();
        assertThat(server.output() + Files.readString(home.resolve("logs/pmt.log")))
                .doesNotContain(ExternalServer.PASSWORD);
    }

    @Test
    void each_service_owns_its_schema_and_nothing_else() throws Exception {
        try (var superuser = external.superuser("pmt")) {
            assertThat(TableContents.strings(superuser, """
                            SELECT schemaname || '.' || tablename FROM pg_tables
                             WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tableowner <> schemaname
                            """)).isEmpty();
            assertThat(TableContents.strings(superuser, """
                            SELECT rolname FROM pg_roles
                             WHERE rolname IN ('api', 'auth') AND NOT rolsuper AND NOT rolcreaterole ORDER BY 1
                            """)).containsExactly("api", "auth");
            assertThat(TableContents.strings(superuser, "SELECT has_schema_privilege('api', 'auth', 'USAGE')::text"))
                    .containsExactly("false");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void a_backup_moves_from_the_external_database_into_databases_of_their_own() throws Exception {
        var file = directory.resolve("external.pmtbackup");
        var other = directory.resolve("moved");

        var backup = command("backup", file.toString(), "pmt", "--home", home.toString());
        assertThat(backup).returns(Exit.OK.code(), CommandLineRun::exitCode);
        var restore = CommandLineRun.of("restore", file.toString(), "--home", other.toString(), "--topology", "split");
        assertThat(restore).returns(Exit.OK.code(), CommandLineRun::exitCode);

        try (var opened = Home.open(other);
                var moved = EmbeddedDatabase.start(opened, new Secrets(other));
                var original = external.superuser("pmt")) {
            assertThat(opened.resolve("restore-unfinished")).doesNotExist();
            var contents = new TreeMap<String, List<String>>();
            for (var service : HomeOptions.owners()) {
                assertThat(moved.databases().isSeparate(service)).as(service).isTrue();
                try (var copy = moved.databases().connect(service)) {
                    contents.putAll(TableContents.of(copy));
                }
            }
            assertThat(contents).isEqualTo(TableContents.of(original));
        }

        var back = command(
                "restore",
                file.toString(),
                "pmt",
                "--home",
                directory.resolve("back").toString());
        assertThat(back.exitCode()).isEqualTo(Exit.BACKUP_REFUSED.code());
        assertThat(back.output()).contains("empty database");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void a_stopped_database_gives_503_until_it_is_back() throws Exception {
        try (var load = new Load(ada)) {
            load.awaitAcknowledged(5);
            external.control("stop", "-m", "fast");
            load.awaitFailures(8);
            external.control("restart");
            load.awaitRecovery();

            assertThat(load.statuses())
                    .as(() -> load.problems().toString())
                    .contains(503)
                    .isSubsetOf(200, 201, 502, 503, 504);
            assertThat(load.problems()).allSatisfy(body -> assertThat(body).contains("\"code\":"));
            assertThat(load.lost()).isEmpty();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stops_cleanly_and_leaves_the_database_running() throws Exception {
        server.signal("TERM");

        assertThat(server.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(server.output()).contains("PMT has stopped.");
        try (var superuser = external.superuser("pmt")) {
            assertThat(superuser.isValid(5)).isTrue();
        }
    }

    @Test
    void names_a_server_that_does_not_answer() {
        var run = up("postgresql://a:hidden@127.0.0.1:" + ServerProcess.freePort() + "/pmt");

        assertRefused(run, "No PostgreSQL answers at 127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource({
        "pmt_admin, wrong, pmt, password is wrong",
        "pmt_admin, '', pmt, wants a password",
        "nobody, wrong, pmt, password is wrong",
        "pmt_admin, right, none, no such database",
        "clerk, clerk, pmt, ALTER ROLE clerk CREATEROLE; GRANT CREATE ON DATABASE pmt TO clerk;",
        "pmt_admin, right, second, uses that role too",
        "pmt_admin, right, latin, encoding UTF8",
        "pmt_admin, right, foreign_schema, a schema of that name belongs to postgres"
    })
    void names_what_is_amiss(String user, String password, String database, String sentence) throws Exception {
        switch (database) {
            case "second" -> external.database("second");
            case "latin" -> external.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
            case "foreign_schema" -> {
                external.database("foreign_schema");
                try (var superuser = external.superuser("foreign_schema");
                        var statement = superuser.createStatement()) {
                    statement.execute("CREATE SCHEMA auth");
                }
            }
            default -> external.execute("DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
        }
        var secret = password.equals("right") ? "p%40ss:w%C3%B6rd" : password;

        var run = up(external.url(user + (secret.isEmpty() ? "" : ":" + secret), database));

        assertRefused(run, sentence);
        assertThat(run.output()).doesNotContain("p%40ss", ExternalServer.PASSWORD);
    }

    @Test
    void names_the_right_that_databases_for_services_need() {
        external.database("apart");

        var run = up(external.url("pmt_admin:p%40ss:w%C3%B6rd", "apart"), "--topology", "split");

        assertRefused(run, "ALTER ROLE pmt_admin CREATEDB;");
    }

    @Test
    void names_a_role_that_the_administrator_may_not_manage() throws Exception {
        try (var taken = ExternalServer.start(directory.resolve("taken"))) {
            taken.execute("CREATE ROLE auth");

            var run = up(taken.url(ExternalServer.ADMINISTRATOR + ":p%40ss:w%C3%B6rd", "pmt"));

            assertRefused(run, "GRANT auth TO pmt_admin WITH ADMIN OPTION");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 6, must be a member of each service's role", "true, 7, schema auth has had migration 900"})
    void data_that_are_newer_than_the_program_are_refused(boolean readable, int exitCode, String sentence)
            throws Exception {
        var database = "newer_" + readable;
        external.database(database);
        try (var superuser = external.superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute("CREATE SCHEMA auth");
            statement.execute(
                    "CREATE TABLE auth.flyway_schema_history AS SELECT '900' AS version, true AS success, 1 AS installed_rank");
            if (readable) {
                statement.execute("GRANT USAGE ON SCHEMA auth TO pmt_admin");
                statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA auth TO pmt_admin");
            }

            var run = up(external.url("pmt_admin:p%40ss:w%C3%B6rd", database));

            assertThat(run.exitCode()).as(run.output()).isEqualTo(exitCode);
            assertThat(run.output()).contains(sentence);
            assertThat(TableContents.strings(superuser, "SELECT nspname FROM pg_namespace WHERE nspname = 'api'"))
                    .isEmpty();
        }
    }

    @Test
    void names_a_version_that_is_too_old() {
        var address = DatabaseAddress.parse("postgresql://a@db.example.org/pmt", null);

        assertThatThrownBy(() -> ExternalDatabase.refuseOld(address, 15, "15.9"))
                .isInstanceOf(Failure.class)
                .hasMessage("The external PostgreSQL must be version 16 or newer: db.example.org:5432/pmt is 15.9");
    }

    @Test
    void a_password_file_that_others_can_read_is_refused() throws Exception {
        var file = Files.writeString(directory.resolve("open"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        var run = CommandLineRun.of(
                "backup",
                "x",
                "--home",
                home.toString(),
                "--db",
                "postgresql://a@b/c",
                "--db-password-file",
                file.toString());

        assertThat(run.exitCode()).isEqualTo(Exit.USAGE.code());
        assertThat(run.output()).contains("chmod 600");
    }

    private static CommandLineRun command(String name, String file, String database, String... options) {
        var all = new ArrayList<>(List.of(
                name,
                file,
                "--db",
                "jdbc:" + external.url(ExternalServer.ADMINISTRATOR, database),
                "--db-password-file",
                passwordFile.toString()));
        all.addAll(List.of(options));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static CommandLineRun up(String database, String... more) {
        var options = Stream.of(
                "--home",
                directory.resolve("refused").toString(),
                "--port",
                Integer.toString(ServerProcess.freePort()),
                "--db",
                database);
        return CommandLineRun.of(Stream.concat(options, Stream.of(more)).toArray(String[]::new));
    }

    private static void assertRefused(CommandLineRun run, String sentence) {
        assertThat(run.exitCode()).as(run.output()).isEqualTo(Exit.DATABASE_REFUSED.code());
        assertThat(run.output()).contains("pmt: ", sentence).doesNotContain("Exception", "hidden");
    }
}
