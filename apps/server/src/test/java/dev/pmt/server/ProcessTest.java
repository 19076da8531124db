package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void serves_everything_and_stops_cleanly_when_told(String signal) throws Exception {
        var home = directory.resolve("home");
        try (var server = ServerProcess.start(home, ServerProcess.freePort()).awaitReady()) {
            assertThat(server.get("/alive").statusCode()).isEqualTo(200);
            assertThat(server.get("/").body()).contains("<title>PMT");
            assertThat(server.get("/api/v1/projects").statusCode()).isEqualTo(401);
            assertThat(server.get("/api/status").body())
                    .contains("\"status\":\"up\"")
                    .contains("\"auth\"", "\"api\"", "\"health\"", "\"gateway\"", "\"web\"")
                    .doesNotContain("127.0.0.1");

            server.signal(signal);

            assertThat(server.endsWithin(Duration.ofSeconds(10))).isTrue();
            assertThat(server.output()).contains("PMT has stopped.").doesNotContain("Exception", "ERROR");
            assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void without_a_terminal_the_one_time_link_goes_to_a_private_file() throws Exception {
        var home = directory.resolve("home");
        try (var server = ServerProcess.start(home, ServerProcess.freePort()).awaitReady()) {
            var file = home.resolve("run/first-administrator");

            assertThat(server.output()).contains(file.toString()).doesNotContain("/auth/link/");
            assertThat(Files.readString(file)).contains("/auth/link/");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void no_secret_reaches_the_log_or_the_terminal() throws Exception {
        var home = directory.resolve("home");
        try (var server = ServerProcess.start(home, ServerProcess.freePort()).awaitReady();
                var secrets = Files.list(home.resolve("secrets"))) {
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
                var server = ServerProcess.start(directory.resolve("home"), taken.getLocalPort())) {
            assertThat(server.exitCode()).isEqualTo(Exit.PORT_TAKEN.code());
            assertThat(server.output().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort())
                    .contains("--port");
        }
    }

    @Test
    void refuses_a_home_that_another_process_uses() throws Exception {
        var path = directory.resolve("home");
        try (var home = Home.open(path);
                var server = ServerProcess.start(path, ServerProcess.freePort())) {
            assertThat(home.directory()).isDirectory();
            assertThat(server.exitCode()).isEqualTo(Exit.HOME_IN_USE.code());
            assertThat(server.output().lines())
                    .singleElement()
                    .asString()
                    .contains(path.toString())
                    .contains("--home");
        }
    }

    @Test
    void refuses_a_home_that_cannot_be_used() throws Exception {
        var path = Files.writeString(directory.resolve("file"), "not a directory");
        try (var server = ServerProcess.start(path, ServerProcess.freePort())) {
            assertThat(server.exitCode()).isEqualTo(Exit.HOME_UNUSABLE.code());
            assertThat(server.output().lines())
                    .singleElement()
                    .asString()
                    .contains(path.toString())
                    .contains("--home");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port=0", "--port=70000", "--port=many", "--url=ftp://x", "--url=nonsense", "--topology=none"})
    void refuses_options_that_make_no_sense(String option) throws Exception {
        try (var server = ServerProcess.start(directory.resolve("home"), ServerProcess.freePort(), option)) {
            assertThat(server.exitCode()).isEqualTo(Exit.USAGE.code());
            assertThat(server.output()).doesNotContain("Exception");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
