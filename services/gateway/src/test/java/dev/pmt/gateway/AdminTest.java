package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.shared.contracts.Contract;
import dev.pmt.shared.service.ServiceStartException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {

    @TempDir
    private Path home;

    private final Backend api = Backend.named("api");
    private Edge edge;
    private OpenIdProvider auth;

    @BeforeEach
    void start() {
        edge = Edge.start(Map.of("pmt.home", home.toString(), "pmt.version", "1.2.3"));
        auth = new OpenIdProvider().behind(edge);
        edge.with("api", api.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
        api.close();
    }

    @Test
    void publishes_its_private_files_and_takes_them_away_again() throws IOException {
        var run = home.resolve("run");
        assertThat(permissions(run)).isEqualTo("rwx------");
        assertThat(permissions(run.resolve("admin.sock"))).isEqualTo("rw-------");
        assertThat(permissions(run.resolve("edge-admin"))).isEqualTo("rw-------");
        assertThat(run.resolve("edge-admin"))
                .hasContent(edge.gateway().adminAddress().toString());
        assertThat(edge.gateway().adminAddress().getHost()).isEqualTo("127.0.0.1");

        edge.close();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void replaces_the_socket_of_a_killed_process_but_not_of_a_running_one() throws IOException {
        edge.close();
        var socket = home.resolve("run/admin.sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();

        edge = Edge.start(Map.of("pmt.home", home.toString()));
        assertThat(ask("GET /internal/services HTTP/1.1", "")).startsWith("HTTP/1.1 200");

        assertThatThrownBy(() -> Edge.start(Map.of("pmt.home", home.toString())))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("already");
        assertThat(ask("GET /internal/services HTTP/1.1", "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void asks_for_the_secret_at_the_management_listener() {
        for (var wrong : new String[] {"", "Bearer", "Bearer wrong", Edge.ADMIN_SECRET}) {
            var request = management("/internal/services").header("Authorization", wrong);
            assertThat(edge.send(request.build()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void says_how_the_edge_is_without_the_secret() {
        assertThat(edge.send(management("/actuator/health").build()).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(edge.send(management("/actuator/info").build()).body())
                .contains("\"version\":\"1.2.3\"", "\"startedAt\":\"20");
    }

    @Test
    void lists_services_also_those_that_do_not_run() {
        var answer = edge.manage("GET", "/internal/services", "");
        new Contract(Path.of("contract/internal.yaml")).check("GET", "/internal/services", answer);
        var services = new JsonArray(answer.body());

        assertThat(services)
                .contains(
                        new JsonObject()
                                .put("service", "api")
                                .put("address", api.address().toString()),
                        new JsonObject().put("service", "health").putNull("address"));
    }

    @Test
    void changes_addresses_at_run_time() {
        try (var other = Backend.named("other")) {
            edge.manage("PUT", "/internal/services/api", "{\"address\":\"" + other.address() + "\"}");
            assertThat(edge.get("/api/v1/projects", "Authorization", "Bearer t").body())
                    .isEqualTo("other");
            assertThat(edge.manage("DELETE", "/internal/services/api", "").statusCode())
                    .isEqualTo(204);
            assertThat(edge.get("/api/v1/projects", "Authorization", "Bearer t").statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void changes_routes_at_run_time() {
        var route = "{\"prefix\":\"/shop\",\"service\":\"api\",\"door\":\"OPEN\",\"load\":\"BULK\"}";
        assertThat(edge.manage("PUT", "/internal/routes", route).statusCode()).isEqualTo(204);
        assertThat(edge.get("/shop/1").body()).isEqualTo("api");
        assertThat(new JsonArray(edge.manage("GET", "/internal/routes", "").body()))
                .contains(new JsonObject(route));

        edge.manage("DELETE", "/internal/routes", "{\"prefix\":\"/shop\"}");
        assertThat(edge.get("/shop/1").statusCode()).isEqualTo(503);
    }

    @Test
    void carries_a_service_s_request_to_another_service_with_the_token_that_it_has() {
        var request = management("/to/api/internal/events?after=7&wait=PT20S")
                .header("Authorization", "Bearer of-a-service")
                .header("X-Forwarded-For", "10.1.1.1");
        assertThat(edge.send(request.build()).body()).isEqualTo("api");
        assertThat(api.last().target()).isEqualTo("/internal/events?after=7&wait=PT20S");
        assertThat(api.last().header("Authorization")).isEqualTo("Bearer of-a-service");
        assertThat(api.last().header("X-Forwarded-For")).isEqualTo("127.0.0.1");

        edge.manage("DELETE", "/internal/services/api", "");
        assertThat(edge.send(request.build()).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/to/", "/to/api", "/to/nobody/internal/events", "/to//x"})
    void knows_no_other_services(String path) {
        assertThat(edge.send(management(path).build()).statusCode()).isEqualTo(404);
        assertThat(api.seen()).isEmpty();
    }

    @Test
    void keeps_the_way_between_services_off_the_public_listener() {
        assertThat(edge.get("/to/api/internal/events").statusCode()).isEqualTo(503);
        assertThat(api.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/internal/services/api,{}",
        "PUT,/internal/services/api,{\"address\":\"ftp://x\"}",
        "PUT,/internal/services/api,{\"address\":5}",
        "PUT,/internal/services/api,nonsense",
        "PUT,/internal/services/api,[]",
        "PUT,/internal/routes,{\"prefix\":\"x\"}",
        "PUT,/internal/routes,'{\"prefix\":\"/x\",\"service\":\"api\",\"door\":\"WIDE\"}'",
    })
    void refuses_changes_that_it_does_not_understand(String method, String path, String body) {
        assertThat(edge.manage(method, path, body).statusCode()).isEqualTo(400);
    }

    @Test
    void refuses_oversized_changes() {
        assertThat(edge.manage("PUT", "/internal/services/api", "x".repeat(200_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(edge.manage("GET", "/internal/other", "").statusCode()).isEqualTo(404);
    }

    @Test
    void acts_as_the_administrator_at_the_socket() throws IOException {
        assertThat(ask("GET /api/v1/projects HTTP/1.1", ""))
                .startsWith("HTTP/1.1 200")
                .endsWith("api");
        assertThat(api.last().header("Authorization")).startsWith("Bearer eyJ");
        assertThat(api.last().headers()).doesNotContainKeys("X-pmt-as", "X-forwarded-for");

        ask("POST /api/v1/projects HTTP/1.1", "X-PMT-As: ada@example.org\n");
        ask("GET /api/v1/projects HTTP/1.1", "");
        assertThat(auth.administratorTokens()).isEqualTo(2);
    }

    @Test
    void tells_at_the_socket_why_it_cannot_act() throws IOException {
        assertThat(ask("GET /api/v1/projects HTTP/1.1", "X-PMT-As: nobody@example.org\n"))
                .startsWith("HTTP/1.1 404")
                .contains("user-not-found");
        auth.withoutAdministrator();
        assertThat(ask("GET /api/v1/projects HTTP/1.1", ""))
                .startsWith("HTTP/1.1 409")
                .contains("no-administrator");
        auth.breakDown(true);
        assertThat(ask("GET /api/v1/projects HTTP/1.1", "X-PMT-As: new@example.org\n"))
                .startsWith("HTTP/1.1 503");
    }

    @Test
    void manages_at_the_socket_and_keeps_browsers_doors_closed_there() throws IOException {
        assertThat(ask("DELETE /internal/services/api HTTP/1.1", "")).startsWith("HTTP/1.1 204");
        assertThat(edge.gateway().routes().current().addressOf("api")).isEmpty();
        assertThat(ask("GET /session HTTP/1.1", "")).startsWith("HTTP/1.1 404");
        assertThat(ask("GET /actuator/health HTTP/1.1", "")).startsWith("HTTP/1.1 404");
        assertThat(ask("GET /api/v1/../internal/services HTTP/1.1", "")).startsWith("HTTP/1.1 400");
    }

    @Test
    void rotates_keys_at_the_socket_and_nowhere_else() throws IOException {
        assertThat(ask("POST /internal/keys/rotate HTTP/1.1", "Content-Length: 0\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("{\"kid\":\"new\"}");
        assertThat(auth.backend().last().header("Authorization")).startsWith("Basic ");
        assertThat(ask("GET /internal/keys/rotate HTTP/1.1", "")).startsWith("HTTP/1.1 405");

        assertThat(edge.manage("POST", "/internal/keys/rotate", "").statusCode())
                .isEqualTo(404);
        assertThat(edge.send(edge.to("/internal/keys/rotate")
                                .POST(BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(404);
        assertThat(auth.backend().seen()).hasSize(1);
    }

    @Test
    void tells_at_the_socket_why_keys_were_not_rotated() throws IOException {
        auth.withoutAdministrator();
        assertThat(ask("POST /internal/keys/rotate HTTP/1.1", "Content-Length: 0\n"))
                .startsWith("HTTP/1.1 409")
                .contains("keys-not-rotated", "(404)");
        auth.breakDown(true);
        assertThat(ask("POST /internal/keys/rotate HTTP/1.1", "Content-Length: 0\n"))
                .startsWith("HTTP/1.1 503");
    }

    private String ask(String requestLine, String headers) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("run/admin.sock")))) {
            var text = requestLine + "\nHost: localhost\nConnection: close\n" + headers + "\n";
            channel.write(ByteBuffer.wrap(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create(edge.gateway().adminAddress() + path));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
