package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowTest {

    private static final String SHADOW = "/internal/services/api/shadow";

    private static Edge edge;

    private final Backend primary = Backend.answering(exchange -> tasks(exchange, "todo"));
    private final Backend changed = Backend.answering(exchange -> tasks(exchange, "to do"));

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
        edge.with("api", primary.address());
    }

    @AfterEach
    void end() {
        edge.manage("DELETE", SHADOW, "");
        primary.close();
        changed.close();
    }

    /** A list whose answers never are the same twice. */
    private static void tasks(HttpExchange exchange, String status) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var task = new JsonObject()
                .put("key", "SECRET-1")
                .put("status", status)
                .put("readAt", System.nanoTime())
                .put("etag", UUID.randomUUID().toString());
        Backend.text(
                exchange,
                200,
                new JsonObject()
                        .put("items", new JsonArray().add(task).add(task.copy().put("status", "done")))
                        .encode());
    }

    @Test
    void names_the_field_that_differs_and_only_that_one_although_timestamps_differ() {
        shadow(changed.address());
        for (var project = 0; project < 20; project++) {
            assertThat(get("/api/v1/projects/MESOS-" + project + "/tasks?q=secret"))
                    .isEqualTo(200);
        }
        await().until(() -> report().getInteger("compared") + report().getInteger("busy") == 20);

        var report = report();
        var found = report.getJsonArray("differences");
        assertThat(found).hasSize(1);
        assertThat(found.getJsonObject(0).getString("route")).isEqualTo("GET /api/v1/projects/*/tasks");
        assertThat(found.getJsonObject(0).getString("field")).isEqualTo("/items/*/status");
        assertThat(found.getJsonObject(0).getDouble("rate")).isEqualTo(1);
        assertThat(found.getJsonObject(0).getJsonArray("examples"))
                .hasSize(3)
                .allSatisfy(path -> assertThat((String) path).matches("/api/v1/projects/MESOS-\\d+/tasks"));
        assertThat(report.getJsonArray("noise").encode()).contains("/items/*/readAt", "/items/*/etag");
        assertThat(report.encode()).doesNotContain("to do", "todo", "secret", "SECRET");
    }

    @Test
    void finds_nothing_where_nothing_differs() {
        try (var same = Backend.answering(exchange -> tasks(exchange, "todo"))) {
            shadow(same.address());
            get("/api/v1/tasks");
            await().until(() -> report().getInteger("compared") == 1);

            assertThat(report().getInteger("differed")).isZero();
            assertThat(report().getJsonArray("differences")).isEmpty();
            assertThat(same.last().header("Authorization")).isEqualTo("Bearer t");
            assertThat(same.last().header("X-Forwarded-Host"))
                    .isEqualTo(edge.url().getAuthority());
        }
    }

    @Test
    void mirrors_reads_only() {
        shadow(changed.address());
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")) {
            edge.send(edge.to("/api/v1/tasks")
                    .method(method, BodyPublishers.noBody())
                    .header("Authorization", "Bearer t")
                    .build());
        }
        await().until(() -> report().getInteger("compared") == 1);

        assertThat(changed.seen()).extracting(Backend.Seen::method).containsExactly("HEAD");
        assertThat(report().getInteger("differed")).isZero();
    }

    @Test
    void neither_slows_nor_fails_the_caller_when_the_shadow_hangs_or_dies() {
        var released = new CountDownLatch(1);
        try (var hanging = Backend.answering(exchange -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        })) {
            edge.manage("PUT", SHADOW, wanted(hanging.address()).put("most", 4).encode());
            Stream.generate(() -> get("/api/v1/tasks"))
                    .limit(50)
                    .forEach(status -> assertThat(status).isEqualTo(200));

            assertThat(report().getInteger("compared")).isZero();
            await().until(() -> hanging.seen().size() == 4);
            assertThat(report().getInteger("busy")).isEqualTo(46);
            released.countDown();
            await().until(() -> report().getInteger("unanswered") == 4);
        }
        assertThat(get("/api/v1/tasks")).isEqualTo(200);
        await().until(() -> report().getInteger("unanswered") == 5);
        assertThat(primary.seen()).hasSize(51);
    }

    @Test
    void keeps_no_large_answers() {
        try (var large = Backend.answering(exchange -> Backend.text(exchange, 200, "x".repeat(300_000)))) {
            edge.with("api", large.address());
            shadow(changed.address());
            get("/api/v1/export");
            await().until(() -> report().getInteger("tooLarge") == 1);
            assertThat(changed.seen()).isEmpty();

            edge.with("api", changed.address());
            shadow(large.address());
            get("/api/v1/export");
            await().until(() -> report().getInteger("tooLarge") == 1);
        }
    }

    @Test
    void mirrors_a_share_and_one_route_if_told_so() {
        edge.manage(
                "PUT",
                SHADOW,
                wanted(changed.address())
                        .put("sample", 0)
                        .put("route", "/api/v1/imports")
                        .encode());
        get("/api/v1/imports/1");
        edge.manage("PUT", SHADOW, "{\"sample\":100}");
        get("/api/v1/tasks");
        get("/api/v1/imports/2");
        await().until(() -> report().getInteger("compared") == 1);

        assertThat(changed.seen()).extracting(Backend.Seen::target).containsExactly("/api/v1/imports/2");
        assertThat(edge.manage("GET", "/internal/traffic", "").body())
                .contains("\"sample\":100.0,\"route\":\"/api/v1/imports\"");
    }

    @Test
    void refuses_in_words_what_cannot_be() {
        for (var wrong : List.of("{}", "{\"address\":\"x\"}", "{\"address\":\"http://x:1\",\"sample\":-1}")) {
            assertThat(edge.manage("PUT", SHADOW, wrong).body()).containsPattern("(address|sample) must be");
        }
        assertThat(edge.manage("GET", SHADOW, "").statusCode()).isEqualTo(404);
    }

    private static void shadow(URI address) {
        assertThat(edge.manage("PUT", SHADOW, wanted(address).encode()).statusCode())
                .isEqualTo(204);
    }

    private static JsonObject wanted(URI address) {
        return new JsonObject().put("address", address.toString());
    }

    private static int get(String path) {
        return edge.get(path, "Authorization", "Bearer t").statusCode();
    }

    private static JsonObject report() {
        return new JsonObject(edge.manage("GET", SHADOW, "").body());
    }
}
