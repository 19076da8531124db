package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home on a file system that fills up; mounting one takes root, so others see this test as skipped. */
class DiskFullTest {

    private static final int MEGABYTES = 420;

    @TempDir
    Path directory;

    private Path home;

    @BeforeEach
    void mount() throws Exception {
        home = Files.createDirectory(directory.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=0700", "tmpfs", home.toString()),
                "SKIPPED: only root can mount a small file system to fill it up");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", home.toString());
    }

    @Test
    void a_full_disk_refuses_writes_loses_nothing_and_is_over_when_there_is_space_again() throws Exception {
        try (var server = ServerProcess.start(home, ServerProcess.freePort()).awaitReady()) {
            var ada = new Visitor(server.port()).becomeAdministrator(home);
            ada.fill("FULL", 10);
            try (var load = new Load(ada, 100_000)) {
                load.awaitAcknowledged(5);
                var ballast = fill();
                load.awaitFailures(10);
                assertThat(server.get("/").statusCode()).isEqualTo(200);
                Files.delete(ballast);
                load.awaitRecovery();

                assertThat(load.statuses())
                        .as(() -> load.problems().toString())
                        .containsAnyOf(503, 507)
                        .isSubsetOf(200, 201, 502, 503, 504, 507);
                assertThat(load.lost()).isEmpty();
            }
        }
    }

    /** Takes every byte that is left. */
    private Path fill() throws IOException {
        var ballast = home.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            var block = new byte[1 << 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return ballast;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
