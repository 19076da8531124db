package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.routes.Door;
import dev.pmt.gateway.routes.Load;
import dev.pmt.gateway.routes.Route;
import dev.pmt.shared.contracts.Contract;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the edge tells of the requests that it passes on. */
class TrafficTest {

    private final Edge edge = Edge.start(Map.of("pmt.edge.loops", "2"));
    private final Backend shop = Backend.answering(exchange ->
            Backend.text(exchange, exchange.getRequestURI().getPath().endsWith("/broken") ? 500 : 404, ""));

    TrafficTest() {
        edge.gateway().routes().add(new Route("/shop", "shop", Door.OPEN, Load.NORMAL));
        edge.with("shop", shop.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        shop.close();
    }

    @Test
    void counts_requests_and_failures_of_a_service_over_all_event_loops() {
        for (var request = 0; request < 12; request++) {
            try (var other = HttpClient.newHttpClient()) {
                edge.get(request % 4 == 0 ? "/shop/broken" : "/shop");
                other.sendAsync(edge.to("/shop").build(), java.net.http.HttpResponse.BodyHandlers.discarding())
                        .join();
            }
        }
        edge.get("/users-of-nobody");

        var traffic = traffic("shop");
        assertThat(traffic.getInteger("requests")).isEqualTo(24);
        assertThat(traffic.getInteger("failed")).isEqualTo(3);
        assertThat(traffic.getLong("p50Micros")).isPositive();
        assertThat(traffic.getLong("p99Micros")).isGreaterThanOrEqualTo(traffic.getLong("p50Micros"));
        assertThat(traffic("auth")).isEqualTo(traffic("api"));
        assertThat(traffic("auth").getInteger("requests")).isZero();
        await("a second is told when it is over")
                .untilAsserted(() -> assertThat(traffic("shop").getJsonArray("perSecond").stream()
                                .mapToInt(Integer.class::cast)
                                .sum())
                        .isEqualTo(24));
    }

    @Test
    void counts_a_service_that_is_away_as_failing() {
        edge.gateway().routes().unregister("shop");

        edge.get("/shop");

        assertThat(traffic("shop").getInteger("failed")).isEqualTo(1);
    }

    @Test
    void counts_sockets_while_they_are_open() {
        var vertx = Vertx.vertx();
        var backend = vertx.createHttpServer()
                .webSocketHandler(socket -> {})
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        edge.with("shop", URI.create("http://127.0.0.1:" + backend.actualPort()));
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create(edge.url().toString().replace("http", "ws") + "/shop");
            var first = client.newWebSocketBuilder()
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join();
            var second = client.newWebSocketBuilder()
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join();
            await().until(() -> traffic("shop").getInteger("sockets") == 2);
            assertThat(traffic("shop").getInteger("requests")).isZero();

            first.abort();
            await().until(() -> traffic("shop").getInteger("sockets") == 1);
            second.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            await().until(() -> traffic("shop").getInteger("sockets") == 0);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void tells_where_the_edge_runs_to_who_knows_the_secret() {
        var about = edge.manage("GET", "/internal/about", "");

        assertThat(new JsonObject(about.body()).getJsonObject("process").getLong("pid"))
                .isEqualTo(ProcessHandle.current().pid());
        new Contract(Path.of("contract/internal.yaml")).check("GET", "/internal/about", about);
        assertThat(edge.get("/internal/about").statusCode()).isEqualTo(404);
    }

    private JsonObject traffic(String service) {
        var answer = edge.manage("GET", "/internal/traffic", "");
        new Contract(Path.of("contract/internal.yaml")).check("GET", "/internal/traffic", answer);
        return new JsonArray(answer.body())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(entry -> service.equals(entry.getString("service")))
                        .findFirst()
                        .orElseThrow()
                        .getJsonObject("traffic");
    }
}
