package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.contracts.Contract;
import dev.pmt.shared.contracts.EventDoor;
import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.testing.TestTokens;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import dev.pmt.shared.web.SpringService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administrators' door of a service as small as one can be. */
class EventDoorTest {

    private static final String DOOR = "/api/v1/admin/events/sample";
    private static final Contract CONTRACT = new Contract(Path.of("contract/openapi.yaml"));
    private static final UUID SICK = UUID.randomUUID();

    private static final TestTokens TOKENS = new TestTokens();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> DATABASE =
            TestDatabase.fresh("sample").settings();
    private static RunningService service;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @SharedWeb
    @SharedData
    @SharedEvents
    static class Application {

        @Bean
        SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
            return jwt.chain(http);
        }

        @Bean
        Sayings sayings(EventLog log, TransactionTemplate transaction) {
            var sayings = new Sayings(log, transaction);
            sayings.say(SICK, 1);
            sayings.say(SICK, 2);
            sayings.say(UUID.randomUUID(), 1);
            return sayings;
        }

        @Bean
        EventConsumer ears() {
            return new Ears();
        }
    }

    record Sayings(EventLog log, TransactionTemplate transaction) {
        void say(UUID subject, long version) {
            transaction.executeWithoutResult(status ->
                    log.append(new Fact(EventWorld.TYPE, subject, version, subject, Map.of("title", "\"quoted\""))));
        }
    }

    /** Cannot bear one subject. */
    private record Ears() implements EventConsumer {

        @Override
        public String name() {
            return "ears";
        }

        @Override
        public String producer() {
            return "sample";
        }

        @Override
        public Set<String> types() {
            return Set.of(EventWorld.TYPE);
        }

        @Override
        public void forget(long after) {}

        @Override
        public void handle(List<Event> events) {
            if (events.stream().anyMatch(event -> event.subject().equals(SICK))) {
                throw new IllegalStateException("not today");
            }
        }
    }

    @Test
    void gives_its_log_to_services_as_they_were_promised() throws Exception {
        var contract = new Contract(Path.of("contract/internal.yaml"));
        for (var target : new String[] {"/internal/events/?after=0", "/internal/events/head"}) {
            var request = HttpRequest.newBuilder(service.address().resolve(target.replace("/?", "?")))
                    .header("Authorization", "Bearer " + TOKENS.token(UUID.randomUUID(), "service"))
                    .build();
            contract.check("GET", target, CLIENT.send(request, BodyHandlers.ofByteArray()));
        }
    }

    @Test
    void tells_administrators_where_its_data_are_and_how_far_its_consumers_without_a_secret() throws Exception {
        var request = HttpRequest.newBuilder(service.address().resolve("/internal/about"))
                .header("Authorization", "Bearer " + TOKENS.token(UUID.randomUUID(), "admin"))
                .build();

        var answer = CLIENT.send(request, BodyHandlers.ofString());

        new Contract(Path.of("../web/contract/internal.yaml")).check("GET", "/internal/about", answer);
        var about = new JsonMapper().readTree(answer.body());
        assertThat(about.at("/database/server").asString()).matches("[^:/@]+:[0-9]+");
        assertThat(about.at("/database/schema").asString()).isEqualTo("sample");
        assertThat(about.at("/database/name").asString())
                .isEqualTo(DATABASE.get("pmt.database.url").replaceAll("^.*/|\\?.*$", ""));
        assertThat(about.at("/events/head").asLong()).isEqualTo(3);
        assertThat(about.at("/events/consumers/0/name").asString()).isEqualTo("ears");
        assertThat(answer.body()).doesNotContain(DATABASE.get("pmt.database.password"));
    }

    private static final class Sample extends SpringService {
        Sample() {
            super("sample", Application.class);
        }
    }

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(TOKENS.settings());
        settings.putAll(DATABASE);
        settings.put("pmt.boot-modules", "jdbc,transaction");
        service = new Sample().start(new ServiceSettings(settings));
        await().until(() -> get("").at("/consumers/0/lag").asInt(-1) == 0);
    }

    @AfterAll
    static void stop() {
        service.close();
        TOKENS.close();
    }

    @TestFactory
    Stream<DynamicTest> lets_in_whom_the_table_names() {
        var cells = new EventDoor("sample", service.address()).rights(TOKENS.callers());
        assertThat(cells).hasSizeGreaterThan(60);
        return cells.entrySet().stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.getKey(), () -> cell.getValue().run()));
    }

    @Test
    void tells_how_log_and_consumers_are() {
        var overview = get("");

        assertThat(overview.at("/log").toString()).isEqualTo("{\"head\":3,\"unstamped\":0,\"oldest\":1,\"epoch\":1}");
        assertThat(overview.at("/consumers/0/name").asString()).isEqualTo("ears");
        assertThat(overview.at("/consumers/0/deadLetters/waiting").asInt()).isEqualTo(1);
        assertThat(overview.at("/consumers/0/error").asString()).contains("not today");
    }

    @Test
    void gives_the_log_from_any_place_and_waits_at_its_end() {
        var second = get("/log?after=1&limit=1").at("/items/0");

        assertThat(second.at("/position").asInt()).isEqualTo(2);
        assertThat(second.at("/actor").asString()).isEqualTo(SICK.toString());
        assertThat(second.at("/data/title").asString()).isEqualTo("\"quoted\"");
        assertThat(get("/log?after=3&wait=1").at("/items")).isEmpty();
    }

    @Test
    void pages_through_what_is_held_back() {
        var first = get("/consumers/ears/dead-letters?limit=1");

        assertThat(first.at("/items/0/state").asString()).isIn("retrying", "parked");
        var last =
                get("/consumers/ears/dead-letters?cursor=" + first.at("/next").asString());
        assertThat(last.at("/items/0/state").asString()).isEqualTo("waiting");
        assertThat(last.at("/next").isNull()).isTrue();
    }

    @Test
    void pauses_resumes_and_tries_again() {
        assertThat(post("/consumers/ears/pause").at("/paused").asBoolean()).isTrue();
        assertThat(post("/consumers/ears/resume").at("/paused").asBoolean()).isFalse();
        assertThat(post("/consumers/ears/retry").at("/name").asString()).isEqualTo("ears");
        var held = get("/consumers/ears/dead-letters").at("/items");
        var first = "/consumers/ears/dead-letters/" + held.at("/0/id").asString();
        assertThat(post(first + "/retry").at("/name").asString()).isEqualTo("ears");
        var waiting = "/consumers/ears/dead-letters/" + held.at("/1/id").asString();
        assertThat(send("POST", waiting + "/skip").statusCode()).isEqualTo(409);
    }

    @Test
    void replays() {
        assertThat(post("/consumers/ears/replay").at("/paused").asBoolean()).isFalse();
        await().until(() -> get("").at("/consumers/0/deadLetters/waiting").asInt() == 1);
    }

    @Test
    void refuses_what_it_cannot_read() {
        for (var path : List.of(
                "/log?after=-1",
                "/log?limit=201",
                "/log?wait=21",
                "/consumers/ears/dead-letters?cursor=x",
                "/consumers/ears/dead-letters?limit=0")) {
            assertThat(send("GET", path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(send("POST", "/consumers/ears/dead-letters/x/retry").statusCode())
                .isEqualTo(400);
    }

    private static JsonNode get(String path) {
        return json(send("GET", path));
    }

    private static JsonNode post(String path) {
        return json(send("POST", path));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<byte[]> send(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(service.address() + DOOR + path))
                .header("Authorization", "Bearer " + TOKENS.token(UUID.randomUUID(), "admin"))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            CONTRACT.check(method, DOOR + path, answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
