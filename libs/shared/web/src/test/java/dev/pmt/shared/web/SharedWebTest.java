package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.contracts.Contract;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import dev.pmt.shared.testing.TestTokens;
import dev.pmt.shared.web.sample.SampleApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedWebTest {

    private static final UUID USER = UUID.fromString("019aa1b2-0000-7000-8000-000000000001");

    private static final TestTokens TOKENS = new TestTokens();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RunningService service;

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(TOKENS.settings());
        settings.put("pmt.version", "1.2.3");
        service = new Sample().start(new ServiceSettings(settings));
    }

    @AfterAll
    static void stop() {
        service.close();
        TOKENS.close();
    }

    @Test
    void serves_on_a_loopback_port_of_its_own_with_virtual_threads() throws Exception {
        assertThat(service.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(get("/open", null).body()).isEqualTo("{\"thread\":\"virtual\"}");
    }

    @Test
    void says_how_long_an_answer_is() throws Exception {
        var answer = get("/me", TOKENS.token(USER, "member"));

        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(answer.body().length());
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void reads_the_user_from_the_token() throws Exception {
        assertThat(get("/me", TOKENS.token(USER, "member")).body()).contains(USER.toString(), "member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "otherIssuer", "otherAudience", "forged", "unsigned", "unknownRole", "none"})
    void refuses_tokens_that_it_cannot_trust(String kind) throws Exception {
        Map<String, BiFunction<UUID, String, String>> bad = Map.of(
                "expired", TOKENS::expired,
                "otherIssuer", TOKENS::otherIssuer,
                "otherAudience", TOKENS::otherAudience,
                "forged", TOKENS::forged,
                "unsigned", TOKENS::unsigned,
                "unknownRole", (user, role) -> TOKENS.token(user, "emperor"),
                "none", (user, role) -> "");
        var token = bad.get(kind).apply(USER, "admin");

        var answer = get("/me", token.isEmpty() ? null : token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
    }

    @Test
    void cannot_judge_a_token_while_the_keys_cannot_be_had() throws Exception {
        var settings = new HashMap<>(TOKENS.settings());
        settings.put("pmt.jwks-uri", "http://127.0.0.1:1/oauth2/jwks");
        try (var alone = new Sample().start(new ServiceSettings(settings))) {
            var request = HttpRequest.newBuilder(alone.address().resolve("/me"))
                    .header("Authorization", "Bearer " + TOKENS.token(USER, "member"));
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("\"code\":\"keys-unavailable\"").doesNotContain("127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"\",\"stars\":1} | invalid-request | text must not be blank",
                "{\"text\":\"a\",\"stars\":1,\"colour\":1} | unknown-field | Field colour is not known",
                "{\"text\":\"a\",\"stars\":\"many\"} | invalid-field | Field stars must be a number",
                "{\"text\":\"a\" | malformed-json | line 1",
                "{\"text\":\"a\",\"stars\":\"1\"} | invalid-field | Field stars must be a number",
                "{\"text\":1,\"stars\":1} | invalid-field | Field text must be a string",
                "{\"text\":\"a\",\"stars\":1,\"author\":\"\"} | invalid-field | Field author must be a UUID",
                "{\"text\":\"a\",\"stars\":1,\"author\":\"ann\"} | invalid-field | Field author must be a UUID",
                "{\"text\":[\"a\"],\"stars\":1} | invalid-field | Field text must be a string",
                "'' | unreadable-body | needs a JSON body",
            })
    void explains_bad_json(String body, String code, String words) throws Exception {
        var answer = post("/notes", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"")
                .contains(words)
                .doesNotContain("dev.pmt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/things/xyz?project=A | id must be a UUID: xyz",
                "/things/019aa1b2-0000-7000-8000-000000000001 | project must be given",
                "/things/019aa1b2-0000-7000-8000-000000000001?project=A&limit=ten | limit must be a whole number: ten",
                "/things/019aa1b2-0000-7000-8000-000000000001?project=A&archived=perhaps | archived must be true or false: perhaps",
                "/things/019aa1b2-0000-7000-8000-000000000001?project=A&role=KING | role must be one of admin, member, guest, service: KING",
                "/seen | If-Match must be given",
            })
    void names_the_parameter_that_is_missing_or_of_another_type(String path, String words) throws Exception {
        var answer = get(path, TOKENS.token(USER, "member"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid-request\"", "\"message\":\"" + words + "\"");
    }

    @Test
    void writes_nothing_and_logs_no_error_when_the_client_has_gone() throws Exception {
        try (var log = new CapturedLog()) {
            assertThat(get("/gone", TOKENS.token(USER, "member")).body()).isEmpty();
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void cuts_the_connection_when_an_answer_fails_half_way() {
        assertThatThrownBy(() -> get("/half", TOKENS.token(USER, "member"))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/refused,409,taken",
        "/bug,500,internal-error",
        "/outage,503,database-unavailable",
        "/nowhere,404,not-found",
        "/notes,405,method-not-allowed",
    })
    void answers_every_failure_as_a_problem(String path, int status, String code) throws Exception {
        var answer = get(path, TOKENS.token(USER, "admin"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("secret words");
    }

    @Test
    void says_how_long_to_wait_when_it_refuses_for_now() throws Exception {
        assertThat(get("/busy", TOKENS.token(USER, "member")).headers().firstValueAsLong("Retry-After"))
                .hasValue(30);
        assertThat(get("/outage", TOKENS.token(USER, "member")).headers().firstValueAsLong("Retry-After"))
                .hasValue(2);
    }

    @Test
    void a_token_whose_scope_is_read_may_only_read() throws Exception {
        var reader = TOKENS.scoped(USER, "member", "read");

        assertThat(get("/me", reader).statusCode()).isEqualTo(200);
        assertThat(post("/notes", "{\"text\":\"a\",\"stars\":1}", reader).body())
                .contains("\"code\":\"insufficient-scope\"");
        assertThat(post("/notes", "{\"text\":\"a\",\"stars\":1}", TOKENS.scoped(USER, "member", "read write"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tells_health_and_version_without_a_token() throws Exception {
        var contract = new Contract(Path.of("contract/internal.yaml"));
        var health = get("/actuator/health", null);
        var info = get("/actuator/info", null);

        contract.check("GET", "/actuator/health", health);
        contract.check("GET", "/actuator/info", info);
        assertThat(health.body()).contains("\"status\":\"UP\"");
        assertThat(info.body()).contains("\"version\":\"1.2.3\"", "startedAt");
        assertThat(get("/actuator/env", TOKENS.token(USER, "admin")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void tells_administrators_alone_where_it_runs_and_leaves_out_what_takes_too_long() throws Exception {
        var contract = new Contract(Path.of("contract/internal.yaml"));
        var pid = "\"pid\":" + ProcessHandle.current().pid();
        for (var caller : TOKENS.callers().entrySet()) {
            var answer = get("/internal/about", caller.getValue().isEmpty() ? null : caller.getValue());
            if (Set.of("admin", "read-token", "write-token").contains(caller.getKey())) {
                assertThat(answer.statusCode()).as(caller.getKey()).isEqualTo(200);
                contract.check("GET", "/internal/about", answer);
                assertThat(answer.body())
                        .contains(pid, "\"version\":\"1.2.3\"", "\"heapMost\":", "\"colour\":{\"name\":\"blue\"}")
                        .doesNotContain("\"silent\"", "\"broken\"");
            } else {
                assertThat(answer.statusCode()).as(caller.getKey()).isIn(401, 403);
                assertThat(answer.body()).doesNotContain(pid);
            }
        }
    }

    @Test
    void names_the_missing_setting_when_it_cannot_start() {
        assertThatThrownBy(() -> new Sample().start(new ServiceSettings(Map.of())))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("pmt.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "x", "text/plain"})
    void refuses_bodies_of_types_that_it_does_not_read(String type) throws Exception {
        var request = HttpRequest.newBuilder(service.address().resolve("/notes"))
                .header("Authorization", "Bearer " + TOKENS.token(USER, "member"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void refuses_a_wildcard_type_also_where_nothing_is_served() throws Exception {
        var request = HttpRequest.newBuilder(service.address().resolve("/nothing-here"))
                .header("Authorization", "Bearer " + TOKENS.token(USER, "member"))
                .header("Content-Type", "*/*")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void reads_no_forms_where_none_are_taken() throws Exception {
        var request = HttpRequest.newBuilder(service.address().resolve("/notes"))
                .header("Authorization", "Bearer " + TOKENS.token(USER, "member"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("%zz"));

        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    private static HttpResponse<String> get(String path, @Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.address().resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, TOKENS.token(USER, "member"));
    }

    private static HttpResponse<String> post(String path, String body, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.address().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static final class Sample extends SpringService {
        Sample() {
            super("sample", SampleApplication.class);
        }
    }
}
