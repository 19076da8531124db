package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.fixtures.Users;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlagRoutingTest {

    private static final String FLAG = "/internal/flags/new-boards";
    private static final String TURN = ",\"turn\":{\"flag\":\"new-boards\",\"service\":\"boards\"}}";
    private static final String PATH = "/api/v1/boards/1";

    private static Edge edge;

    private final Backend old = Backend.named("old");
    private final Backend fresh = Backend.named("new");

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @BeforeEach
    void turn() {
        edge.with("api", old.address()).with("web", old.address()).with("boards", fresh.address());
        flag("{\"admins\":true,\"users\":[\"ada\"]}", "If-None-Match", "*");
        route("{\"prefix\":\"/api/v1/boards\",\"service\":\"api\"" + TURN);
    }

    @AfterEach
    void end() {
        route("{\"prefix\":\"/\",\"service\":\"web\",\"door\":\"OPEN\"}");
        edge.manage("DELETE", "/internal/routes", "{\"prefix\":\"/api/v1/boards\"}");
        assertThat(edge.manage("DELETE", FLAG, "", "If-Match", version()).statusCode())
                .isEqualTo(204);
        old.close();
        fresh.close();
    }

    @Test
    void leads_those_for_whom_the_flag_is_on_to_the_other_service_and_nobody_else() {
        assertThat(bodyFor("ada")).isEqualTo("new");
        assertThat(bodyFor("bob")).isEqualTo("old");
        assertThat(edge.get("/api/v1/projects", "Authorization", Users.bearer("ada"))
                        .body())
                .isEqualTo("old");

        flag("{\"percent\":100}", "If-Match", version());
        assertThat(bodyFor("bob")).isEqualTo("new");
        flag("{}", "If-Match", version());
        assertThat(bodyFor("ada")).isEqualTo("old");
    }

    @Test
    void knows_sessions_and_api_tokens_also_where_no_token_is_asked_for() {
        try (var auth = new OpenIdProvider().behind(edge)) {
            route("{\"prefix\":\"/\",\"service\":\"web\",\"door\":\"OPEN\"" + TURN);
            var browser = new Browser(edge).signIn();

            assertThat(browser.get(PATH).body()).isEqualTo("new");
            assertThat(browser.get("/").body()).isEqualTo("new");
            assertThat(edge.get("/").body()).isEqualTo("old");
            auth.personalTokens().jwtsSay("member", "read write");
            var token = "Bearer " + auth.personalTokens().issue();
            assertThat(edge.get(PATH, "Authorization", token).body()).isEqualTo("old");
            flag("{\"percent\":100}", "If-Match", version());
            assertThat(edge.get(PATH, "Authorization", token).body()).isEqualTo("new");
            assertThat(edge.get("/").body()).isEqualTo("new");
        }
    }

    @Test
    void holds_and_lets_into_a_canary_by_the_service_that_will_answer() {
        try (var canary = Backend.named("canary")) {
            edge.manage("PUT", "/internal/services/api/hold", "{\"deadline\":\"PT20S\"}");
            assertThat(bodyFor("ada")).isEqualTo("new");
            var held = CompletableFuture.supplyAsync(() -> bodyFor("bob"));
            await().until(() ->
                    edge.manage("GET", "/internal/traffic", "").body().contains("\"waiting\":1"));
            edge.manage("DELETE", "/internal/services/api/hold", "");
            assertThat(held).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("old");

            var all =
                    new JsonObject().put("address", canary.address().toString()).put("weight", 100);
            edge.manage("PUT", "/internal/services/boards/canary", all.encode());
            assertThat(bodyFor("ada")).isEqualTo("canary");
            assertThat(bodyFor("bob")).isEqualTo("old");
            edge.manage("DELETE", "/internal/services/boards/canary", "");
        }
    }

    @Test
    void changes_at_once_and_fails_no_request_under_load() {
        var statuses = new CopyOnWriteArrayList<Integer>();
        var done = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < 8; client++) {
                var method = client % 2 == 0 ? "GET" : "POST";
                var user = Users.bearer("user-" + client);
                clients.execute(() -> {
                    while (!done.get()) {
                        var request = edge.to(PATH).method(method, BodyPublishers.ofString("x"));
                        statuses.add(
                                edge.send(request.header("Authorization", user).build())
                                        .statusCode());
                    }
                });
            }
            for (var change = 0; change < 20; change++) {
                var on = change % 2 == 0;
                flag("{\"percent\":" + (on ? 100 : 0) + "}", "If-Match", version());
                assertThat(bodyFor("bob")).isEqualTo(on ? "new" : "old");
                var next = on ? fresh : old;
                var seen = next.seen().size();
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> next.seen().size() > seen + 20);
            }
            done.set(true);
        }
        assertThat(statuses).hasSizeGreaterThan(400).isSubsetOf(List.of(200));
    }

    @Test
    void is_shown_and_guarded_by_what_it_names() {
        assertThat(edge.manage("GET", FLAG, "").body())
                .contains("\"routes\":[{\"prefix\":\"/api/v1/boards\",\"off\":\"api\",\"on\":\"boards\"}]");
        assertThat(edge.manage("DELETE", FLAG, "", "If-Match", version()).body())
                .contains("must not be named by a route, but /api/v1/boards names it");
        var unknown = "{\"prefix\":\"/x\",\"service\":\"api\",\"turn\":{\"flag\":\"absent\",\"service\":\"boards\"}}";
        assertThat(edge.manage("PUT", "/internal/routes", unknown).body())
                .contains("flag must be there before a route names it: absent");
        edge.gateway().routes().unregister("boards");
        assertThat(edge.get(PATH, "Authorization", Users.bearer("ada")).statusCode())
                .isEqualTo(503);
        assertThat(bodyFor("bob")).isEqualTo("old");
    }

    private static void flag(String rollout, String... headers) {
        var body =
                "{\"description\":\"boards by a service of their own\",\"enabled\":true,\"rollout\":" + rollout + "}";
        assertThat(edge.manage("PUT", FLAG, body, headers).statusCode()).isBetween(200, 201);
    }

    private static String version() {
        return edge.manage("GET", FLAG, "").headers().firstValue("etag").orElseThrow();
    }

    private static void route(String route) {
        assertThat(edge.manage("PUT", "/internal/routes", route).statusCode()).isEqualTo(204);
    }

    private static String bodyFor(String user) {
        return edge.get(PATH, "Authorization", Users.bearer(user)).body();
    }
}
