package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.LogLines;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.fixtures.Users;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryRoutingTest {

    private static final String CANARY = "/internal/services/api/canary";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Edge edge;

    private final Backend primary = Backend.named("primary");
    private final Backend sound = Backend.named("canary");
    private final AtomicInteger asked = new AtomicInteger();
    private final Backend flawed = Backend.answering(
            exchange -> Backend.text(exchange, asked.incrementAndGet() % 20 == 0 ? 500 : 200, "canary"));

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @BeforeEach
    void register() {
        edge.with("api", primary.address()).with("web", primary.address());
    }

    @AfterEach
    void end() {
        edge.manage("DELETE", CANARY, "");
        edge.manage("DELETE", "/internal/services/web/canary", "");
        primary.close();
        sound.close();
        flawed.close();
    }

    @Test
    void keeps_each_user_on_one_side_and_those_who_are_in_when_the_weight_is_raised() {
        canary(sound.address(), 30);
        var before = new HashMap<String, String>();
        for (var user = 0; user < 100; user++) {
            var name = "user-" + user;
            before.put(name, bodyFor(name));
            assertThat(bodyFor(name)).isEqualTo(before.get(name));
        }
        assertThat(before.values()).contains("primary", "canary");

        assertThat(edge.manage("PUT", CANARY, "{\"weight\":60}").statusCode()).isEqualTo(204);
        before.forEach((user, side) -> {
            if (side.equals("canary")) {
                assertThat(bodyFor(user)).isEqualTo("canary");
            }
        });
    }

    @Test
    void keeps_who_is_not_signed_in_with_the_primary() {
        edge.manage("PUT", "/internal/services/web/canary", wanted(flawed.address(), 100));

        assertThat(edge.get("/").body()).isEqualTo("primary");
        assertThat(edge.get("/", "Authorization", "Bearer no.jwt.here").body()).isEqualTo("primary");
        assertThat(edge.get("/", "Authorization", Users.bearer("ada")).body()).isEqualTo("canary");
    }

    @Test
    void knows_a_browser_by_its_session_also_where_no_token_is_asked_for() {
        try (var auth = new OpenIdProvider().behind(edge)) {
            edge.manage("PUT", "/internal/services/web/canary", wanted(flawed.address(), 100));
            canary(flawed.address(), 100);
            var browser = new Browser(edge).signIn();

            assertThat(browser.get("/").body()).isEqualTo("canary");
            assertThat(browser.get("/api/v1/projects").body()).isEqualTo("canary");
            assertThat(flawed.last().headers()).doesNotContainKey("Cookie");
            assertThat(auth.refreshes()).isZero();
        }
    }

    @Test
    void takes_the_sockets_of_its_users_too() {
        var vertx = Vertx.vertx();
        var sockets = vertx.createHttpServer()
                .webSocketHandler(socket -> socket.writeTextMessage("canary"))
                .listen(0, "127.0.0.1")
                .await();
        canary(URI.create("http://127.0.0.1:" + sockets.actualPort()), 100);
        var heard = new CompletableFuture<String>();
        var socket = CLIENT.newWebSocketBuilder()
                .header("Authorization", Users.bearer("ada"))
                .buildAsync(
                        URI.create(edge.url().toString().replaceFirst("http", "ws") + "/api/v1/socket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket open, CharSequence text, boolean last) {
                                heard.complete(text.toString());
                                return CompletableFuture.completedStage(null);
                            }
                        })
                .join();

        assertThat(heard).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("canary");
        assertThat(primary.seen()).isEmpty();
        socket.abort();
        vertx.close().await();
    }

    @Test
    void may_be_for_one_route_only() {
        edge.manage(
                "PUT",
                CANARY,
                new JsonObject(wanted(flawed.address(), 100))
                        .put("route", "/api/v1/imports")
                        .encode());

        assertThat(bodyFor("ada")).isEqualTo("primary");
        assertThat(edge.get("/api/v1/imports/1", "Authorization", Users.bearer("ada"))
                        .body())
                .isEqualTo("canary");
    }

    @Test
    void is_rolled_back_by_itself_when_it_fails_more_than_the_primary() {
        try (var log = LogLines.of("dev.pmt.gateway.routes")) {
            canary(flawed.address(), 50);
            for (var request = 0; request < 1_000 && state().getDouble("weight") > 0; request++) {
                bodyFor("user-" + request % 40);
            }

            assertThat(state().getDouble("weight")).isZero();
            assertThat(state().getJsonObject("rolledBack").getString("reason"))
                    .matches("\\d+ errors in \\d+ requests \\([45]\\.\\d %\\), .*");
            assertThat(state().getJsonObject("lately").getJsonObject("canary").getInteger("errors"))
                    .isBetween(5, 20);
            assertThat(log.text()).contains("canary rolled back", "errors in");
            var seen = flawed.seen().size();
            for (var user = 0; user < 40; user++) {
                assertThat(bodyFor("user-" + user)).isEqualTo("primary");
            }
            assertThat(flawed.seen()).hasSize(seen);

            edge.manage("PUT", CANARY, "{\"bounds\":{\"errorRate\":0.2}}");
            assertThat(state().getValue("rolledBack")).isNotNull();
            edge.manage("PUT", CANARY, "{\"weight\":100}");
            assertThat(bodyFor("ada")).isEqualTo("canary");
            assertThat(state().getValue("rolledBack")).isNull();
        }
    }

    @Test
    void is_rolled_back_when_it_cannot_be_reached() {
        var nobody = URI.create("http://127.0.0.1:" + Edge.freePort());
        edge.manage(
                "PUT",
                CANARY,
                new JsonObject(wanted(nobody, 100))
                        .put("bounds", new JsonObject().put("samples", 10))
                        .encode());
        for (var request = 0; request < 10; request++) {
            assertThat(status("ada")).isEqualTo(503);
        }

        assertThat(status("ada")).isEqualTo(200);
    }

    @Test
    void is_rolled_back_by_hand_at_once() {
        canary(flawed.address(), 100);
        assertThat(bodyFor("ada")).isEqualTo("canary");

        var answer = edge.manage("POST", "/internal/services/api/rollback", "{\"reason\":\"people complain\"}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(bodyFor("ada")).isEqualTo("primary");
        assertThat(state().getJsonObject("rolledBack").getString("reason")).isEqualTo("people complain");
        assertThat(edge.manage("POST", "/internal/services/web/rollback", "{}").body())
                .contains("web must have a canary to roll back");
    }

    @Test
    void refuses_in_words_what_cannot_be() {
        for (var wrong : Map.of(
                        "{}", "address must be given",
                        "{\"address\":\"ftp://x\"}", "address must be http://<host>:<port>: ftp://x",
                        "{\"address\":\"http://x:1\",\"weight\":101}", "weight must be from 0 to 100",
                        "{\"address\":\"http://x:1\",\"bounds\":{\"p99\":\"soon\"}}", "p99 must be a time like PT10S",
                        "{\"address\":\"http://x:1\",\"weight\":\"all\"}", "Send a JSON object")
                .entrySet()) {
            var answer = edge.manage("PUT", CANARY, wrong.getKey());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(wrong.getValue());
        }
        assertThat(edge.gateway().routes().current().steering()).isEmpty();
    }

    private static JsonObject state() {
        return new JsonArray(edge.manage("GET", "/internal/traffic", "").body())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(service -> service.getString("service").equals("api"))
                        .findFirst()
                        .orElseThrow()
                        .getJsonObject("canary");
    }

    private static void canary(URI address, int weight) {
        assertThat(edge.manage("PUT", CANARY, wanted(address, weight)).statusCode())
                .isEqualTo(204);
    }

    private static String wanted(URI address, int weight) {
        return new JsonObject()
                .put("address", address.toString())
                .put("weight", weight)
                .encode();
    }

    private static String bodyFor(String user) {
        return edge.get("/api/v1/projects", "Authorization", Users.bearer(user)).body();
    }

    private static int status(String user) {
        return edge.get("/api/v1/projects", "Authorization", Users.bearer(user)).statusCode();
    }
}
