package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A demonstration, as whoever asks for one meets it. */
class DemonstrationTest {

    private static final String MAYA = "maya@demo.example";

    @TempDir
    Path home;

    @Test
    void interrupted_it_goes_on_at_the_next_start_and_its_administrator_is_let_in() throws Exception {
        var port = ServerProcess.freePort();
        try (var pmt = ServerProcess.startMeasured(home, port, "--demo=12").awaitReady()) {
            pmt.await("run/demonstration");
            var maya = new Visitor(port).accept(link(), "Maya").signIn(MAYA);
            await().atMost(Duration.ofSeconds(60)).until(() -> !tasks(maya).isEmpty());
            pmt.signal("TERM");
            assertThat(pmt.exitCode()).isEqualTo(143);
            assertThat(pmt.output()).doesNotContain("The demonstration is complete");
        }

        try (var pmt = ServerProcess.startMeasured(home, port, "--demo").awaitReady()) {
            pmt.await("The demonstration is complete: ");
            assertThat(pmt.output())
                    .containsPattern("complete: [2-9]\\d\\d tasks")
                    .doesNotContain("stopped:");
            var maya = new Visitor(port).signIn(MAYA);
            assertThat(json(maya, "/api/v1/projects").findValuesAsString("key"))
                    .containsExactly("RIDE", "SHOP", "WORKS");
            assertThat(json(maya, "/api/v1/users").findValuesAsString("email"))
                    .containsExactlyInAnyOrder(
                            MAYA,
                            "jonas@demo.example",
                            "priya@demo.example",
                            "tomas@demo.example",
                            "hana@demo.example",
                            "elif@demo.example");
        }
    }

    @Test
    void it_leaves_a_home_with_people_in_it_alone() throws Exception {
        var port = ServerProcess.freePort();
        try (var pmt = ServerProcess.start(home, port).awaitReady()) {
            new Visitor(pmt.port()).becomeAdministrator(home);
        }

        try (var pmt = ServerProcess.start(home, port, "--demo").awaitReady()) {
            pmt.await("There is no room for a demonstration");
            var ada = new Visitor(port).signIn();
            assertThat(json(ada, "/api/v1/users").findValuesAsString("email")).containsExactly(Visitor.EMAIL);
            assertThat(json(ada, "/api/v1/projects").required("items")).isEmpty();
        }
    }

    private URI link() throws Exception {
        return URI.create(Files.readString(home.resolve("run/demonstration")).strip());
    }

    private static JsonNode tasks(Visitor person) throws Exception {
        return json(person, "/api/v1/tasks?limit=1").required("items");
    }

    private static JsonNode json(Visitor person, String path) throws Exception {
        return new JsonMapper().readTree(person.get(path).body());
    }
}
