package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.Users;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A build with 5 % errors and one changed field, as the extraction meets it: first shadowed, then let in. */
class PlantedBuildTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void is_found_by_the_shadow_and_thrown_out_as_canary() {
        try (var edge = Edge.start(Map.of());
                var sound = Backend.answering(exchange -> answer(exchange, 200, "open"));
                var planted = Backend.answering(
                        exchange -> answer(exchange, asked.incrementAndGet() % 20 == 0 ? 500 : 200, "OPEN"))) {
            edge.with("api", sound.address());
            var there = new JsonObject().put("address", planted.address().toString());

            edge.manage("PUT", "/internal/services/api/shadow", there.encode());
            for (var request = 0; request < 10; request++) {
                assertThat(status(edge, "ada")).isEqualTo(200);
            }
            await().until(() -> report(edge).getInteger("compared") == 10);
            var found = report(edge).getJsonArray("differences");
            assertThat(found).hasSize(1);
            assertThat(found.getJsonObject(0).getString("field")).isEqualTo("/task/status");
            edge.manage("DELETE", "/internal/services/api/shadow", "");

            edge.manage(
                    "PUT",
                    "/internal/services/api/canary",
                    there.put("weight", 50).encode());
            var failed = 0;
            for (var request = 0; request < 1_000 && weight(edge) > 0; request++) {
                failed += status(edge, "user-" + request % 50) == 500 ? 1 : 0;
            }
            assertThat(weight(edge)).isZero();
            assertThat(failed).isBetween(5, 10);
            for (var request = 0; request < 50; request++) {
                assertThat(status(edge, "user-" + request)).isEqualTo(200);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String value) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var task = new JsonObject().put("status", value).put("key", "MESOS-1");
        Backend.text(
                exchange,
                status,
                new JsonObject()
                        .put("task", task)
                        .put("at", Instant.now() + "-" + System.nanoTime())
                        .encode());
    }

    private static int status(Edge edge, String user) {
        return edge.get("/api/v1/tasks/MESOS-1", "Authorization", Users.bearer(user))
                .statusCode();
    }

    private static JsonObject report(Edge edge) {
        return new JsonObject(
                edge.manage("GET", "/internal/services/api/shadow", "").body());
    }

    private static double weight(Edge edge) {
        var canary = edge.gateway().routes().current().steeringOf("api").canary();
        return canary == null ? -1 : canary.canary().weight();
    }
}
