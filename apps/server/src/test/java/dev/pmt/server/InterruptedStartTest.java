package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptedStartTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"PMT ", ": PostgreSQL"})
    void a_signal_while_it_starts_leaves_nothing_behind(String moment) throws Exception {
        var home = directory.resolve("home");
        try (var server = ServerProcess.start(home, ServerProcess.freePort()).await(moment)) {
            server.signal("INT");

            assertThat(server.endsWithin(Duration.ofMinutes(1))).isTrue();
            assertThat(server.output()).contains("PMT has stopped.").doesNotContain("pmt: ", "Exception", "ERROR");
            assertThat(LeftoverPostmaster.find(home.resolve("postgresql/data"))).isEmpty();
        }
        try (var again = ServerProcess.start(home, ServerProcess.freePort()).awaitReady()) {
            assertThat(again.get("/alive").statusCode()).isEqualTo(200);
        }
    }
}
