package dev.pmt.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.pmt.health.Neighbour.Cut;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestTokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What administrators see of who runs where. */
class MapTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TestTokens TOKENS = new TestTokens();
    private static final String ADMIN = TOKENS.token(UUID.randomUUID(), "admin");

    private static final Neighbour EDGE = Neighbour.saying("UP", "1.0");
    private static RunningService health;

    private final Neighbour api = Neighbour.saying("UP", "1.1");
    private final Neighbour auth = Neighbour.saying("UP", "1.2");
    private final Neighbour web = Neighbour.saying("UP", "1.3");

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(HealthServiceTest.settings(EDGE.address()));
        settings.putAll(TOKENS.settings());
        settings.put("pmt.edge.timeout", "1s");
        health = new HealthService().start(new ServiceSettings(settings));
    }

    @AfterAll
    static void stop() {
        health.close();
        EDGE.close();
        TOKENS.close();
    }

    @BeforeEach
    void everybodyIsWell() {
        EDGE.answers(
                "/internal/services", 200, "[%s,%s,%s]".formatted(at("api", api), at("auth", auth), at("web", web)));
        EDGE.answers(
                "/internal/traffic",
                200,
                "[%s,%s,%s]"
                        .formatted(passing("api", api, """
                        {"perSecond":[0,3],"requests":3,"failed":1,"p50Micros":900,"p99Micros":1200,"sockets":2}"""), passing("auth", auth, """
                        {"perSecond":[0,0],"requests":0,"failed":0,"p50Micros":null,"p99Micros":null,"sockets":0}"""), passing("web", web, "null")));
        EDGE.answers("/internal/about", 200, about(11, ""));
        api.answers("/internal/about", 200, about(12, """
                ,"database":{"server":"db:5432","name":"pmt_api","schema":"api","role":"api"}
                ,"events":{"head":40,"consumers":[
                   {"name":"profiles","producer":"auth","position":5,"paused":false,"held":2},
                   {"name":"activity","producer":"api","position":40,"paused":true,"held":0},
                   {"name":"fresh","producer":"auth","position":null,"paused":false,"held":0},
                   {"name":"odd","producer":"nobody","position":1,"paused":false,"held":0}]}"""));
        auth.answers("/internal/about", 200, about(12, ",\"events\":{\"head\":7,\"consumers\":[]}"));
        web.answers("/internal/about", 200, about(13, ""));
        await().atMost(PATIENCE)
                .until(() -> map().at("/processes").size() == 3
                        && map().findValuesAsString("state").stream().allMatch("up"::equals));
    }

    @AfterEach
    void close() {
        List.of(api, auth, web).forEach(Neighbour::close);
    }

    @Test
    void shows_what_runs_where_with_which_data_and_how_it_is_used() throws Exception {
        var map = map();

        assertThat(map.at("/processes").findValuesAsString("pid")).containsExactly("11", "12", "13");
        assertThat(map.at("/processes/1/services").toString()).isEqualTo("[\"api\",\"auth\"]");
        assertThat(map.at("/processes/1/resident").asLong()).isEqualTo(300);
        var api = service(map, "api");
        assertThat(api.path("database").toString())
                .isEqualTo("{\"server\":\"db:5432\",\"name\":\"pmt_api\",\"schema\":\"api\",\"role\":\"api\"}");
        assertThat(api.path("traffic").toString())
                .isEqualTo(
                        "{\"perSecond\":[0,3],\"requests\":3,\"failed\":1,\"p50Micros\":900,\"p99Micros\":1200,\"sockets\":2}");
        assertThat(api.path("address").asString()).isEqualTo(this.api.address());
        assertThat(api.at("/hold/waiting").asInt()).isEqualTo(4);
        assertThat(api.at("/canary/rolledBack/reason").asString()).isEqualTo("slow");
        assertThat(api.at("/shadow/sample").asDouble()).isEqualTo(50.0);
        assertThat(api.at("/events/consumers/0/lag").asLong()).isEqualTo(2);
        assertThat(api.at("/events/consumers/0/held").asLong()).isEqualTo(2);
        assertThat(api.at("/events/consumers/1/lag").asLong()).isZero();
        assertThat(api.at("/events/consumers/2/lag").isMissingNode()).isTrue();
        assertThat(api.at("/events/consumers/3/lag").isMissingNode()).isTrue();
        assertThat(service(map, "auth").path("traffic").path("p50Micros").isMissingNode())
                .isTrue();
        assertThat(service(map, "gateway").path("version").asString()).isEqualTo("1.0");
    }

    @Test
    void shows_services_the_administrators_token_and_those_that_verify_none_its_proof() throws Exception {
        map();

        assertThat(api.authorizations()).containsOnly("Bearer " + ADMIN);
        assertThat(web.authorizations())
                .isNotEmpty()
                .allSatisfy(header -> assertThat(audience(header)).containsExactly("pmt-web"));
        assertThat(EDGE.authorizations()).isNotEmpty().doesNotContain("Bearer " + ADMIN);
    }

    @Test
    void says_nothing_of_it_to_everybody() throws Exception {
        map();

        assertThat(get("/api/status", "").body()).doesNotContain("pid", "host", "database", "pmt_api", "traffic");
    }

    @Test
    void goes_on_without_a_silent_service_and_shows_what_it_told_last() throws Exception {
        var told = service(map(), "api").path("seenAt").asString();
        api.cut("/internal/about", Cut.SILENT).cut("/actuator/health", Cut.SILENT);

        var map = map();

        assertThat(service(map, "api").path("state").asString()).isEqualTo("down");
        assertThat(service(map, "api").path("detail").asString()).isEqualTo(Probe.NO_ANSWER);
        assertThat(service(map, "api").path("seenAt").asString()).isGreaterThanOrEqualTo(told);
        assertThat(service(map, "api").at("/database/name").asString()).isEqualTo("pmt_api");
        assertThat(service(map, "auth").path("state").asString()).isEqualTo("up");
        assertThat(map.at("/processes/1/services").size()).isEqualTo(2);
    }

    @Test
    void keeps_what_is_known_while_the_edge_is_silent_and_forgets_services_that_it_names_no_more() throws Exception {
        EDGE.cut("/internal/services", Cut.FAILS)
                .cut("/internal/traffic", Cut.FAILS)
                .cut("/internal/about", Cut.FAILS);
        var map = map();

        assertThat(service(map, "gateway").path("state").asString()).isEqualTo("down");
        assertThat(service(map, "api").path("state").asString()).isEqualTo("unknown");
        assertThat(service(map, "api").path("detail").asString()).isEqualTo(MapDrawing.CANNOT_BE_ASKED);
        assertThat(map.at("/processes").size()).isEqualTo(3);

        EDGE.answers("/internal/services", 200, "[" + at("api", api) + "]");
        EDGE.answers("/internal/traffic", 200, "[" + passing("api", api, "null") + "]");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(map())).containsExactly("gateway", "api"));
    }

    private static String at(String service, Neighbour where) {
        return "{\"service\":\"%s\",\"address\":\"%s\"}".formatted(service, where.address());
    }

    private static String passing(String service, Neighbour where, String traffic) {
        var steered = service.equals("api");
        return """
                {"service":"%s","address":"%s","traffic":%s,"hold":%s,"canary":%s,"shadow":%s}""".formatted(
                        service,
                        where.address(),
                        traffic,
                        steered ? "{\"waiting\":4,\"most\":2000}" : "null",
                        steered
                                ? "{\"address\":\"http://c:1\",\"weight\":5.0,\"salt\":\"s\",\"rolledBack\":{\"reason\":\"slow\"}}"
                                : "null",
                        steered ? "{\"address\":\"http://s:1\",\"sample\":50.0}" : "null");
    }

    private static String about(int pid, String more) {
        return """
                {"version":"1.0","startedAt":"2026-01-01T00:00:00Z","process":{"host":"h","pid":%d,
                 "startedAt":"2026-01-01T00:00:00Z","java":"25","heapUsed":100,"heapMost":200,"resident":300}%s}""".formatted(pid, more);
    }

    private static JsonNode service(JsonNode map, String name) {
        return StreamSupport.stream(map.path("services").spliterator(), false)
                .filter(service -> service.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode map) {
        return StreamSupport.stream(map.path("services").spliterator(), false)
                .map(service -> service.path("name").asString())
                .toList();
    }

    private static List<String> audience(String header) {
        try {
            return SignedJWT.parse(header.replace("Bearer ", ""))
                    .getJWTClaimsSet()
                    .getAudience();
        } catch (java.text.ParseException e) {
            throw new AssertionError(header, e);
        }
    }

    private static JsonNode map() throws Exception {
        var answer = get("/api/v1/admin/map", ADMIN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        HealthServiceTest.assertValid("/api/v1/admin/map", answer);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(health.address().resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
