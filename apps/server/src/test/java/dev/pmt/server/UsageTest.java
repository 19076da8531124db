package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything starts. */
class UsageTest {

    @TempDir
    Path directory;

    @Test
    void refuses_a_home_that_cannot_be_used() throws Exception {
        var path = Files.writeString(directory.resolve("file"), "not a directory");

        var run = CommandLineRun.of("--home", path.toString(), "--port", Integer.toString(ServerProcess.freePort()));

        assertThat(run.exitCode()).isEqualTo(Exit.HOME_UNUSABLE.code());
        assertThat(run.output().lines())
                .singleElement()
                .asString()
                .contains(path.toString())
                .contains("--home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=0",
                "--port=70000",
                "--port=many",
                "--url=ftp://x",
                "--url=nonsense",
                "--topology=none",
                "--carrier=pigeon",
                "--carrier=redis",
                "--demo=0",
                "--demo=105",
                "--demo=year",
                "--db=mysql://a:hidden@b/c",
                "--db=postgresql://localhost/pmt",
                "--db=postgresql://admin:hid den@localhost/pmt"
            })
    void refuses_options_that_make_no_sense(String option) {
        var port = Integer.toString(ServerProcess.freePort());
        var home = directory.resolve("home");
        var run = option.startsWith("--port")
                ? CommandLineRun.of("--home", home.toString(), option)
                : CommandLineRun.of("--home", home.toString(), "--port", port, option);

        assertThat(run.exitCode()).isEqualTo(Exit.USAGE.code());
        assertThat(run.output()).doesNotContain("Exception", "hidden", "hid den");
        assertThat(home.resolve("postgresql")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore"})
    void each_command_explains_itself(String command) {
        var run = CommandLineRun.of(command, "--help");

        assertThat(run.exitCode()).isEqualTo(Exit.OK.code());
        assertThat(run.output()).contains("Usage: pmt " + command, "--home", "--db", "FILE");
    }

    @Test
    void a_home_whose_restore_was_broken_off_is_not_started() throws Exception {
        var home = directory.resolve("home");
        try (var opened = Home.open(home)) {
            Restoration.begin(opened);
        }

        var run = CommandLineRun.of("--home", home.toString(), "--port", Integer.toString(ServerProcess.freePort()));

        assertThat(run.exitCode()).isEqualTo(Exit.HOME_UNUSABLE.code());
        assertThat(run.output()).contains("did not finish", home.toString());
    }
}
