package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code infra/deploy} asks of Docker; a program that writes down what it is asked stands in for Docker. */
class DeployTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    @TempDir
    Path directory;

    private record Run(int exitCode, String output, List<String> asked) {}

    @Test
    void starts_the_one_service_and_waits_for_it() throws Exception {
        var run = deploy("api", "2", "");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("api runs as version 2 in dev; before: registry/api:1");
        assertThat(run.asked())
                .filteredOn(asked -> asked.contains(" up ") || asked.contains(" pull "))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked).startsWith("2 ").endsWith(" api"))
                .anySatisfy(asked -> assertThat(asked).contains("up -d --no-deps --wait"));
    }

    @Test
    void goes_back_to_the_version_before_when_the_new_one_does_not_become_well() throws Exception {
        var run = deploy("api", "2", "2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("api did not become well in dev: it runs as version 1 again.");
        assertThat(run.asked())
                .filteredOn(asked -> asked.contains(" up "))
                .extracting(asked -> asked.substring(0, 1))
                .containsExactly("2", "1");
    }

    @Test
    void refuses_what_it_does_not_know() throws Exception {
        assertThat(deploy("jira", "2", "").output()).contains("There is no service jira");
        assertThat(deploy("jira", "2", "").asked()).noneMatch(asked -> asked.contains(" up "));
    }

    private Run deploy(String service, String version, String unwell) throws IOException, InterruptedException {
        var asked = directory.resolve("asked");
        var docker = Files.writeString(directory.resolve("docker"), """
                #!/bin/sh
                echo "$PMT_VERSION $*" >> "$ASKED"
                case "$*" in
                  *"config --services"*) echo api; echo auth ;;
                  *" ps "*) echo registry/api:1 ;;
                  *" up "*) [ "$PMT_VERSION" != "$UNWELL" ] ;;
                esac
                """);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.deleteIfExists(asked);
        var builder =
                new ProcessBuilder(ROOT.resolve("infra/deploy").toString(), service, "dev").redirectErrorStream(true);
        builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        builder.environment().put("ASKED", asked.toString());
        builder.environment().put("UNWELL", unwell);
        builder.environment().put("PMT_IMAGES", "registry");
        builder.environment().put("PMT_VERSION", version);
        builder.environment().put("PMT_URL", "https://pmt.example.org");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, Files.readAllLines(asked));
    }
}
