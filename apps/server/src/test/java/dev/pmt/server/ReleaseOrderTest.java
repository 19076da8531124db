package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two builds beside each other: those that call and listen (health, notifications) from the last release, and those that answer and
 * say (the edge, auth, api) from this one, and the other way round. Only {@code ./pmt release-order} runs it, as it needs the
 * other build's class path.
 */
@EnabledIfSystemProperty(named = "pmt.previous", matches = ".+")
class ReleaseOrderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_person_signs_in_creates_moves_and_sees_it_live(boolean consumersFirst) throws Exception {
        var previous = System.getProperty("pmt.previous", "");
        var present = System.getProperty("java.class.path");
        var provider = consumersFirst ? previous : present;
        var consumer = consumersFirst ? present : previous;
        var home = directory.resolve("home");
        var port = ServerProcess.freePort();
        var apart = new String[] {"--without", "notifications", "--without", "health", "--without", "web"};
        try (var pmt = ServerProcess.startBuild(provider, home, port, apart).awaitReady();
                var notifications = ServerProcess.serveBuild(consumer, home, "notifications");
                var health = ServerProcess.serveBuild(consumer, home, "health")) {
            var ada = new Visitor(port).becomeAdministrator(home);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ada.get("/api/status").body())
                            .as(notifications.output() + health.output())
                            .contains(
                                    "\"name\":\"notifications\",\"state\":\"up\"",
                                    "\"name\":\"auth\",\"state\":\"up\""));
            ada.fill("ORDER", 2);
            try (var page = ListeningPage.open(ada, port)) {
                page.subscribe("ORDER");

                assertThat(page.move("ORDER")).isEqualTo(200);

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(page.heard()).contains("pmt.task.", "ORDER-1"));
            }
            assertThat(pmt.isAlive()).isTrue();
        }
    }
}
