package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.ServiceKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthProofTest {

    private static final List<String> FOR_HEALTH =
            List.of("/internal/services", "/internal/traffic", "/internal/about");

    private final ServiceKey key = ServiceKey.fresh();
    private final Edge edge = Edge.start(Map.of("pmt.edge.service-keys.health", key.publicJwk()));

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void lets_health_read_which_services_there_are_and_how_they_are_used_by_its_key_and_nothing_else() {
        var good = key.proof("health", "pmt-edge", Duration.ofMinutes(1));

        for (var path : FOR_HEALTH) {
            assertThat(shown(good, "GET", path)).as(path).isEqualTo(200);
            assertThat(shown(good, "POST", path)).as(path).isEqualTo(401);
        }
        assertThat(shown(good, "GET", "/internal/routes")).isEqualTo(401);
        assertThat(shown(good, "DELETE", "/internal/services/api")).isEqualTo(401);
        for (var bad : List.of(
                "nonsense",
                ServiceKey.fresh().proof("health", "pmt-edge", Duration.ofMinutes(1)),
                key.proof("web", "pmt-edge", Duration.ofMinutes(1)),
                key.proof("health", "http://localhost:8080", Duration.ofMinutes(1)),
                key.proof("health", "pmt-edge", Duration.ofMinutes(-1)))) {
            for (var path : FOR_HEALTH) {
                assertThat(shown(bad, "GET", path)).as(path).isEqualTo(401);
            }
        }
    }

    private int shown(String proof, String method, String path) {
        return edge.send(HttpRequest.newBuilder(URI.create(edge.gateway().adminAddress() + path))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + proof)
                        .build())
                .statusCode();
    }
}
