package dev.pmt.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealthServiceTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ECKey KEY = key();

    private static final Neighbour EDGE = Neighbour.saying("UP", "1.0");
    private static RunningService health;

    private final Neighbour api = Neighbour.saying("UP", "1.1");

    @BeforeAll
    static void start() {
        health = new HealthService().start(new ServiceSettings(settings(EDGE.address())));
    }

    @AfterAll
    static void stop() {
        health.close();
        EDGE.close();
    }

    /** Makes complete settings for a health service beside an edge. */
    static Map<String, String> settings(String edge) {
        return Map.of(
                "pmt.url", "http://localhost:8080",
                "pmt.jwks-uri", "http://127.0.0.1:1/oauth2/jwks",
                "pmt.edge.admin-url", edge,
                "pmt.service.key", KEY.toJSONString(),
                "pmt.edge.timeout", "5s",
                "pmt.edge.fresh", "PT0S");
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void is_alive_without_asking_anybody() throws Exception {
        var asked = EDGE.asked().size();

        var response = get("/alive");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"alive\"}");
        assertThat(EDGE.asked()).hasSize(asked);
        assertValid("/alive", response);
    }

    @Test
    void reports_up_when_every_service_is() throws Exception {
        registered(entry("api", api.address()));

        var response = get("/api/status");

        assertThat(response.body())
                .contains("\"status\":\"up\"", "\"name\":\"gateway\",\"state\":\"up\",\"version\":\"1.0\"")
                .contains("\"name\":\"api\",\"state\":\"up\",\"version\":\"1.1\",\"uptimeSeconds\":");
        assertValid("/api/status", response);
    }

    @Test
    void names_the_services_that_have_an_event_log() throws Exception {
        api.answers("/actuator/info", 200, "{\"version\":\"1.1\",\"events\":true}");
        registered(entry("api", api.address()), "{\"service\":\"auth\",\"address\":null}");

        var response = get("/api/status");

        assertThat(response.body())
                .containsPattern("\"name\":\"gateway\"[^}]*\"events\":false")
                .containsPattern("\"name\":\"api\"[^}]*\"events\":true")
                .doesNotContainPattern("\"name\":\"auth\"[^}]*\"events\"");
        assertValid("/api/status", response);
    }

    @Test
    void proves_by_its_key_who_it_is_to_the_edges_directory_alone() throws Exception {
        registered(entry("api", api.address()));

        get("/api/status");

        var proof = SignedJWT.parse(EDGE.authorizations().getLast().replace("Bearer ", ""));
        assertThat(proof.verify(new ECDSAVerifier(KEY.toECPublicKey()))).isTrue();
        assertThat(proof.getJWTClaimsSet().getIssuer()).isEqualTo("health");
        assertThat(proof.getJWTClaimsSet().getAudience()).containsExactly("pmt-edge");
        assertThat(api.authorizations()).isEmpty();
    }

    @Test
    void counts_a_known_service_that_is_not_registered_as_down() throws Exception {
        registered(entry("api", api.address()), "{\"service\":\"auth\",\"address\":null}");

        var response = get("/api/status");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"status\":\"degraded\"")
                .contains("{\"name\":\"auth\",\"state\":\"down\",\"detail\":\"It is not running.\"}");
        assertValid("/api/status", response);
    }

    @Test
    void believes_a_service_that_says_it_cannot_work() throws Exception {
        try (var auth = Neighbour.saying("DOWN", "1.2");
                var web = Neighbour.saying("UNKNOWN", "1.3")) {
            registered(entry("api", api.address()), entry("auth", auth.address()), entry("web", web.address()));

            assertThat(get("/api/status").body())
                    .contains("\"status\":\"degraded\"")
                    .contains("\"name\":\"auth\",\"state\":\"down\",\"version\":\"1.2\"", Probe.CANNOT_WORK)
                    .contains("\"name\":\"web\",\"state\":\"degraded\",\"version\":\"1.3\"", Probe.UNSURE);
        }
    }

    @Test
    void reports_down_when_nothing_useful_is_left_and_leaks_nothing() throws Exception {
        registered(entry("api", "http://127.0.0.1:1"), entry("broken", "http://127.0.0.1:1"));

        var response = get("/api/status");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"status\":\"down\"").doesNotContain("127.0.0.1", "Exception", "refused");
        assertValid("/api/status", response);
    }

    @Test
    void reports_down_when_the_edge_does_not_answer() throws Exception {
        var settings = new ServiceSettings(settings("http://127.0.0.1:1"));
        try (var alone = new HealthService().start(settings)) {
            var response = get(alone, "/api/status");

            assertThat(response.body()).contains("\"status\":\"down\"", "\"name\":\"gateway\",\"state\":\"down\"");
            assertValid("/api/status", response);
        }
    }

    @Test
    void answers_anything_else_with_a_problem() throws Exception {
        assertThat(get("/api/other").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/env").statusCode()).isIn(401, 404);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private static void registered(String... entries) {
        EDGE.answers("/internal/services", 200, Arrays.stream(entries).collect(Collectors.joining(",", "[", "]")));
    }

    private static String entry(String name, String address) {
        return "{\"service\":\"" + name + "\",\"address\":\"" + address + "\"}";
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(health, path);
    }

    private static HttpResponse<String> get(RunningService service, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(service.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static void assertValid(String path, HttpResponse<String> response) throws IOException {
        var contract = OpenApiInteractionValidator.createForInlineApiSpecification(
                        Files.readString(Path.of("contract/openapi.yaml")))
                .build();
        var answer = new SimpleResponse.Builder(response.statusCode())
                .withContentType(response.headers().firstValue("content-type").orElse(""))
                .withBody(response.body())
                .build();
        var report = contract.validateResponse(path, Request.Method.GET, answer);
        assertThat(report.getMessages()).isEmpty();
    }
}
