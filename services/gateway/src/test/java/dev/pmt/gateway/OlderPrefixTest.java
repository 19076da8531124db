package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OlderPrefixTest {

    private static Edge edge;
    private static Backend api;
    private static Backend web;

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
        api = Backend.answering(exchange -> {
            exchange.getResponseHeaders().set("Link", "</next>; rel=\"next\"");
            Backend.text(exchange, 200, "api");
        });
        web = Backend.named("web");
        edge.with("api", api.address()).with("auth", web.address()).with("web", web.address());
        add("/api/v0", "/api/v1", "2026-06-30T23:59:59Z", "2027-06-30T23:59:59Z");
        add("/old", "/", "2026-01-01T00:00:00Z", null);
    }

    @AfterAll
    static void stop() {
        edge.close();
        api.close();
        web.close();
    }

    private static void add(String prefix, String successor, String deprecated, String sunset) {
        var wanted = new JsonObject()
                .put("prefix", prefix)
                .put("successor", successor)
                .put("deprecated", deprecated)
                .put("sunset", sunset);
        assertThat(edge.manage("PUT", "/internal/routes", wanted.encode()).statusCode())
                .isEqualTo(204);
        assertThat(new JsonArray(edge.manage("GET", "/internal/routes", "").body()))
                .contains(wanted);
    }

    private static HttpResponse<String> get(String path) {
        return edge.get(path, "Authorization", "Bearer t");
    }

    @Test
    void works_as_the_newer_one_and_says_so() {
        var answer = get("/api/v0/projects/MESOS?q=%2Fapi%2Fv0");

        assertThat(answer.body()).isEqualTo("api");
        assertThat(api.last().target()).isEqualTo("/api/v1/projects/MESOS?q=%2Fapi%2Fv0");
        assertThat(answer.headers().firstValue("deprecation")).contains("@1782863999");
        assertThat(answer.headers().firstValue("sunset")).contains("Wed, 30 Jun 2027 23:59:59 GMT");
        assertThat(answer.headers().allValues("link"))
                .containsExactly("</next>; rel=\"next\"", "</api/v1/projects/MESOS>; rel=\"successor-version\"");
    }

    @Test
    void says_nothing_at_the_newer_one_or_its_namesakes() {
        assertThat(get("/api/v1/projects").headers().map()).doesNotContainKeys("deprecation", "sunset");
        assertThat(get("/api/v01/projects").headers().map()).doesNotContainKeys("deprecation", "sunset");
    }

    @Test
    void goes_through_the_newer_one_s_door_to_its_service() {
        assertThat(edge.get("/api/v0/projects").statusCode()).isEqualTo(401);
        assertThat(edge.get("/api/v0/projects").headers().firstValue("deprecation"))
                .isPresent();
        assertThat(get("/api/v0/users/me").body()).isEqualTo("web");
        assertThat(web.last().target()).isEqualTo("/api/v1/users/me");
    }

    @Test
    void may_stand_for_the_root_but_opens_no_closed_door() {
        var answer = edge.get("/old/board");
        assertThat(answer.headers().firstValue("sunset")).isEmpty();
        assertThat(web.last().target()).isEqualTo("/board");
        edge.get("/old");
        assertThat(web.last().target()).isEqualTo("/");
        edge.get("/old?a=1");
        assertThat(web.last().target()).isEqualTo("/?a=1");

        assertThat(edge.get("/old/internal/tokens").statusCode()).isEqualTo(404);
        assertThat(edge.get("/old/Actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void gives_way_to_a_route_that_names_more() {
        edge.manage("PUT", "/internal/routes", "{\"prefix\":\"/old/shop\",\"service\":\"web\",\"door\":\"OPEN\"}");
        edge.get("/old/shop/1");
        assertThat(web.last().target()).isEqualTo("/old/shop/1");
        edge.manage("DELETE", "/internal/routes", "{\"prefix\":\"/old/shop\"}");
    }

    @Test
    void ends_when_it_is_removed() {
        add("/gone", "/api/v1", "2026-01-01T00:00:00Z", null);
        edge.manage("DELETE", "/internal/routes", "{\"prefix\":\"/gone\"}");
        edge.get("/gone/x");

        assertThat(web.last().target()).isEqualTo("/gone/x");
    }

    @Test
    void refuses_in_words_what_cannot_be() {
        for (var wrong : List.of(
                "{\"prefix\":\"/\",\"successor\":\"/x\",\"deprecated\":\"2026-01-01T00:00:00Z\"}",
                "{\"prefix\":\"/x\",\"successor\":\"/internal\",\"deprecated\":\"2026-01-01T00:00:00Z\"}",
                "{\"prefix\":\"/x\",\"successor\":\"/y\",\"deprecated\":\"soon\"}",
                "{\"prefix\":\"/x\",\"successor\":\"/y\",\"deprecated\":\"2026-01-02T00:00:00Z\","
                        + "\"sunset\":\"2026-01-01T00:00:00Z\"}",
                "{\"prefix\":\"/x\",\"service\":\"api\",\"door\":\"WIDE\"}")) {
            var answer = edge.manage("PUT", "/internal/routes", wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).containsPattern("must (not )?be");
        }
    }
}
