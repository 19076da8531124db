package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two builds beside each other: those that call and listen (health, notifications) from the last release, and those that answer and
 * say (the edge, auth, api) from this one, and the other way round. Only {@code ./pmt release-order} runs it, as it needs the
 * other build's class path.
 */
@EnabledIfSystemProperty(named = "pmt.previous", matches = ".+")
class ReleaseOrderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();

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
            var project = ada.get("/api/v1/projects/ORDER").body();
            try (var page = Page.open(ada, port)) {
                page.subscribe(
                        "project:" + JSON.readTree(project).required("id").asString());
                await().atMost(PATIENCE).until(() -> page.heard().contains("\"subscribed\""));

                assertThat(move(ada)).isEqualTo(200);

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(page.heard()).contains("pmt.task.", "ORDER-1"));
            }
            assertThat(pmt.isAlive()).isTrue();
        }
    }

    /** Moves the first task into the last column. */
    private static int move(Visitor ada) throws Exception {
        JsonNode columns =
                JSON.readTree(ada.get("/api/v1/projects/ORDER/board").body()).required("columns");
        var last = columns.get(columns.size() - 1).at("/status/id").asString();
        var move = "{\"statusId\":\"" + last + "\"}";
        return ada.post("/api/v1/tasks/ORDER-1/move", "application/json", move).statusCode();
    }

    /** A page that listens. */
    private record Page(HttpClient client, WebSocket socket, List<String> words) implements AutoCloseable {

        static Page open(Visitor visitor, int port) throws Exception {
            var ticket = JSON.readTree(visitor.post("/api/v1/live/tickets", "application/json", "")
                            .body())
                    .required("ticket")
                    .asString();
            var words = new CopyOnWriteArrayList<String>();
            var client = HttpClient.newHttpClient();
            var socket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://localhost:" + port + "/ws?ticket=" + ticket), new WebSocket.Listener() {
                                @Override
                                public @Nullable CompletionStage<?> onText(
                                        WebSocket from, CharSequence text, boolean last) {
                                    words.add(text.toString());
                                    from.request(1);
                                    return null;
                                }
                            })
                    .join();
            return new Page(client, socket, words);
        }

        void subscribe(String topic) {
            socket.sendText("{\"message\":\"subscribe\",\"topic\":\"" + topic + "\"}", true)
                    .join();
        }

        String heard() {
            return String.join("", words);
        }

        @Override
        public void close() {
            socket.abort();
            client.shutdownNow();
        }
    }
}
