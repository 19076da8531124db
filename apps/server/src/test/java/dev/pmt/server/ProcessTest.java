package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.server.backup.BackupReader;
import dev.pmt.shared.testing.Visitor;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One process, looked at from outside while it runs; the last tests stop it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessTest {

    @TempDir
    static Path directory;

    private static Path home;
    private static ServerProcess server;
    private static Visitor ada;

    @BeforeAll
    static void start() throws Exception {
        home = directory.resolve("home");
        server = ServerProcess.start(home, ServerProcess.freePort()).awaitReady();
        ada = new Visitor(server.port()).becomeAdministrator(home);
        ada.fill("FULL", 300);
    }

    @AfterAll
    static void end() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void serves_everything() throws Exception {
        assertThat(server.get("/alive").statusCode()).isEqualTo(200);
        assertThat(server.get("/").body()).contains("<title>PMT");
        assertThat(server.get("/api/v1/projects").statusCode()).isEqualTo(401);
        assertThat(ada.get("/api/v1/projects").body()).contains("\"FULL\"");
        assertThat(server.get("/api/status").body())
                .contains("\"status\":\"up\"")
                .contains("\"auth\"", "\"api\"", "\"health\"", "\"gateway\"", "\"web\"")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void without_a_terminal_the_one_time_link_goes_to_a_private_file() throws Exception {
        var file = home.resolve("run/first-administrator");

        assertThat(server.output()).contains(file.toString()).doesNotContain("/auth/link/");
        assertThat(Files.readString(file)).contains("/auth/link/");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void no_secret_reaches_the_log_or_the_terminal() throws Exception {
        try (var secrets = Files.list(home.resolve("secrets"))) {
            var seen = server.output() + Files.readString(home.resolve("logs/pmt.log"));
            assertThat(secrets.map(ProcessTest::read).toList())
                    .hasSizeGreaterThan(4)
                    .noneMatch(seen::contains);
            assertThat(seen).doesNotContain(read(home.resolve("run/first-administrator")));
        }
    }

    @Test
    void refuses_a_taken_port_with_one_sentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var second = ServerProcess.start(directory.resolve("second"), taken.getLocalPort())) {
            assertThat(second.exitCode()).isEqualTo(Exit.PORT_TAKEN.code());
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort())
                    .contains("--port");
        }
    }

    @Test
    void refuses_a_home_that_another_process_uses() {
        var run = CommandLineRun.of("--home", home.toString(), "--port", Integer.toString(ServerProcess.freePort()));

        assertThat(run.exitCode()).isEqualTo(Exit.HOME_IN_USE.code());
        assertThat(run.output().lines())
                .singleElement()
                .asString()
                .contains(home.toString())
                .contains("--home");
    }

    @Test
    @Order(Integer.MAX_VALUE - 3)
    void a_backup_taken_while_it_runs_restores_every_row_elsewhere() throws Exception {
        var file = directory.resolve("running.pmtbackup");
        var other = directory.resolve("restored");

        var backup = CommandLineRun.of("backup", file.toString(), "--home", home.toString());
        assertThat(backup).returns(Exit.OK.code(), CommandLineRun::exitCode);
        assertThat(backup.output()).contains("api ", "auth ", "keep it as safe as the home directory");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        var restore = CommandLineRun.of("restore", file.toString(), "--home", other.toString());
        assertThat(restore).returns(Exit.OK.code(), CommandLineRun::exitCode);

        var keys = kids(server);
        try (var restored = ServerProcess.start(other, ServerProcess.freePort()).awaitReady()) {
            assertEqualData(other);
            assertThat(kids(restored)).isNotEmpty().isEqualTo(keys);
            var visitor = new Visitor(restored.port()).signIn();
            assertThat(visitor.get("/api/v1/users/me").body()).contains(Visitor.EMAIL);
            assertThat(visitor.get("/api/v1/projects/FULL/tasks?limit=100").body())
                    .contains("Täsk, number");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void a_killed_database_comes_back_and_nobody_sees_an_internal_error() throws Exception {
        var postmaster = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
        try (var load = new Load(ada)) {
            load.awaitAcknowledged(5);
            new ProcessBuilder("kill", "-KILL", postmaster.getFirst().strip())
                    .start()
                    .waitFor();
            load.awaitRecovery();

            assertThat(load.statuses()).as(() -> load.problems().toString()).isSubsetOf(200, 201, 502, 503, 504);
            assertThat(load.problems()).allSatisfy(body -> assertThat(body).contains("\"code\":"));
            assertThat(load.lost()).isEmpty();
        }
        assertThat(Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                        .get(3))
                .isEqualTo(postmaster.get(3));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void stops_cleanly_when_told() throws Exception {
        var before = server.output();

        server.signal("INT");

        assertThat(server.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(server.output().substring(before.length()))
                .contains("PMT has stopped.")
                .doesNotContain("Exception", "ERROR");
        assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_stopped_installation_is_backed_up_and_stopped_again() throws Exception {
        var file = directory.resolve("stopped.pmtbackup");

        var backup = CommandLineRun.of("backup", file.toString(), "--home", home.toString());

        assertThat(backup).returns(Exit.OK.code(), CommandLineRun::exitCode);
        try (var reader = BackupReader.open(file)) {
            assertThat(reader.manifest().rows()).isGreaterThan(300);
        }
        assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
    }

    /** Compares while both run: signing in afterwards would leave traces in one. */
    private static void assertEqualData(Path other) throws Exception {
        try (var original = HomeDatabase.connect(home);
                var copy = HomeDatabase.connect(other)) {
            var rows = TableContents.of(original);
            var restored = TableContents.of(copy);
            // each start's services prove anew who they are
            rows.remove("auth.used_assertions");
            restored.remove("auth.used_assertions");
            assertThat(rows.get("api.task")).hasSize(300);
            assertThat(rows.get("auth.signing_keys")).isNotEmpty();
            assertThat(restored).isEqualTo(rows);
            assertThat(TableContents.structure(copy)).isEqualTo(TableContents.structure(original));
        }
    }

    private static java.util.List<String> kids(ServerProcess process) throws Exception {
        return Pattern.compile("\"kid\":\"([^\"]+)\"")
                .matcher(process.get("/oauth2/jwks").body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
