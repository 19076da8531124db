package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.Users;
import dev.pmt.shared.service.ServiceStartException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final String NOBODY = "http://127.0.0.1:1";
    private static final String CANARY = "/internal/services/api/canary";

    @TempDir
    private Path home;

    private Edge edge;

    @BeforeEach
    void start() {
        edge = Edge.start(Map.of("pmt.home", home.toString()));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void goes_on_after_a_restart_as_before() throws IOException {
        manage("PUT", CANARY, "{\"address\":\"" + NOBODY + "\",\"weight\":12.5,\"bounds\":{\"p99\":\"PT1S\"}}");
        manage("PUT", "/internal/services/web/shadow", "{\"address\":\"" + NOBODY + "\",\"sample\":3}");
        manage("PUT", "/internal/routes", "{\"prefix\":\"/shop\",\"service\":\"api\",\"door\":\"OPEN\"}");
        manage("PUT", "/internal/routes", "{\"prefix\":\"/alive\",\"service\":\"api\"}");
        manage(
                "PUT",
                "/internal/routes",
                "{\"prefix\":\"/v0\",\"successor\":\"/shop\",\"deprecated\":\"2026-01-01T00:00:00Z\"}");
        manage("DELETE", "/internal/routes", "{\"prefix\":\"/userinfo\"}");
        manage("PUT", "/internal/services/api/hold", "{}");
        var routes = edge.manage("GET", "/internal/routes", "").body();
        var canary = edge.gateway().routes().current().steeringOf("api").canary();

        restart();

        assertThat(new JsonArray(edge.manage("GET", "/internal/routes", "").body()))
                .containsExactlyInAnyOrderElementsOf(new JsonArray(routes));
        var again = edge.gateway().routes().current();
        assertThat(again.steeringOf("api").canary().canary()).isEqualTo(canary.canary());
        assertThat(again.steeringOf("web").shadow().shadow().sample()).isEqualTo(3);
        assertThat(again.steeringOf("api").hold()).isNull();
        assertThat(again.routeFor("/userinfo").orElseThrow().service()).isEqualTo("web");
        assertThat(permissions("edge")).isEqualTo("rwx------");
        assertThat(permissions("edge/traffic.json")).isEqualTo("rw-------");
        assertThat(permissions("edge/audit.jsonl")).isEqualTo("rw-------");

        manage("DELETE", CANARY, "");
        restart();
        assertThat(edge.gateway().routes().current().steeringOf("api").canary()).isNull();
    }

    @Test
    void says_who_did_what_and_when_and_never_forgets_a_rollback() throws IOException {
        edge.with("api", URI.create(NOBODY));
        var request = HttpRequest.newBuilder(URI.create(edge.gateway().adminAddress() + CANARY))
                .header("Authorization", "Bearer " + Edge.ADMIN_SECRET)
                .header("X-PMT-By", "ada");
        edge.send(request.PUT(BodyPublishers.ofString(
                        "{\"address\":\"" + NOBODY + "\",\"weight\":100,\"bounds\":{\"samples\":10}}"))
                .build());
        for (var tried = 0; tried < 10; tried++) {
            edge.get("/api/v1/tasks", "Authorization", Users.bearer("ada"));
        }
        await().until(() -> audit().size() == 2);

        var asked = audit().getFirst();
        assertThat(asked.getString("who")).isEqualTo("management listener: ada");
        assertThat(asked.getString("what")).isEqualTo("PUT " + CANARY);
        assertThat(asked.getJsonObject("detail").getInteger("weight")).isEqualTo(100);
        assertThat(Instant.parse(asked.getString("at"))).isBeforeOrEqualTo(Instant.now());
        assertThat(audit().getLast().getString("who")).isEqualTo("edge");
        assertThat(audit().getLast().getString("what")).isEqualTo("canary rolled back");
        assertThat(audit().getLast().getJsonObject("detail").getString("reason"))
                .isEqualTo("10 errors in 10 requests (100.0 %), more than 5.0 %");

        restart();
        var canary =
                edge.gateway().routes().current().steeringOf("api").canary().canary();
        assertThat(canary.weight()).isZero();
        assertThat(canary.rolledBack().reason()).startsWith("10 errors");
        manage("DELETE", CANARY, "");
        assertThat(audit()).hasSize(3);
    }

    @Test
    void keeps_no_addresses_and_writes_no_file_for_them() throws IOException {
        manage("PUT", "/internal/services/api", "{\"address\":\"" + NOBODY + "\"}");
        assertThat(home.resolve("edge/traffic.json")).doesNotExist();
        assertThat(audit()).hasSize(1);

        restart();
        assertThat(edge.gateway().routes().current().addressOf("api")).isEmpty();
    }

    @Test
    void does_not_start_with_a_file_that_it_cannot_read() throws IOException {
        manage("PUT", "/internal/routes", "{\"prefix\":\"/shop\",\"service\":\"api\"}");
        edge.close();
        for (var wrong : List.of("nonsense", "{\"version\":2}", "{\"version\":1,\"routes\":[{}]}")) {
            Files.writeString(home.resolve("edge/traffic.json"), wrong);
            assertThatThrownBy(() -> Edge.start(Map.of("pmt.home", home.toString())))
                    .isInstanceOf(ServiceStartException.class)
                    .hasMessageContaining("traffic.json. Mend it, or remove it");
        }
    }

    @Test
    void says_when_a_change_could_not_be_kept() throws IOException {
        Files.createFile(home.resolve("edge"));

        var answer = edge.manage("PUT", CANARY, "{\"address\":\"" + NOBODY + "\",\"weight\":1}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("change-not-kept");
        assertThat(edge.gateway().routes().current().steeringOf("api").canary()).isNotNull();
    }

    private void restart() {
        edge.close();
        start();
    }

    private void manage(String method, String path, String body) {
        assertThat(edge.manage(method, path, body).statusCode()).isEqualTo(204);
    }

    private List<JsonObject> audit() throws IOException {
        return Files.readAllLines(home.resolve("edge/audit.jsonl")).stream()
                .map(JsonObject::new)
                .toList();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }
}
