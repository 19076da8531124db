package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String PERSONAL = "urn:pmt:params:oauth:token-type:personal";

    private static RunningAuth auth;
    private static Person max;
    private static Requests asMax;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        Person.administrator(auth);
        max = Person.invited(auth, "Max", "member");
        asMax = Requests.of(auth, max);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void are_shown_once_and_kept_as_a_hash() {
        var answer = asMax.post("/me/tokens", "{\"name\": \" nightly \", \"scopes\": [\"read\"]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        var made = Http.json(answer);
        var secret = made.get("token").stringValue();
        assertThat(secret).matches("pmt_[A-Za-z0-9_-]{43}");
        assertThat(Http.location(answer))
                .isEqualTo("/api/v1/users/me/tokens/" + made.get("id").stringValue());
        var listed = asMax.get("/me/tokens");
        assertThat(listed.body())
                .contains(made.get("id").stringValue(), "\"nightly\"")
                .doesNotContain(secret);
        assertThat(auth.value("select string_agg(row_to_json(t)::text, ' ') from api_tokens t"))
                .doesNotContain(secret);
    }

    @Test
    void live_ninety_days_unless_asked_otherwise() {
        var usual = asMax.apiToken("\"read\"");
        var wanted = Instant.now().plus(Duration.ofDays(366)).minusSeconds(60);
        var asked = Http.json(
                asMax.post("/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"" + wanted + "\"}"));

        assertThat(Duration.between(instant(usual, "createdAt"), instant(usual, "expiresAt")))
                .isEqualTo(Duration.ofDays(90));
        assertThat(Duration.between(instant(asked, "expiresAt"), wanted)).isLessThan(Duration.ofMillis(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\":[\"read\"]}|invalid-request",
                "{\"name\":\" \",\"scopes\":[\"read\"]}|invalid-request",
                "{\"name\":\"x\"}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[]}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[\"admin\"]}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[null]}|invalid-request",
                "{\"name\":\"x\",\"scopes\":\"read\"}|invalid-field",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"2999-01-01T00:00:00Z\"}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"tomorrow\"}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"+999999999-12-31T23:59:59-18:00\"}|invalid-request",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":1e30}|invalid-field",
                "{\"name\":\"x\",\"scopes\":[\"read\"],\"token\":\"pmt_x\"}|unknown-field",
            })
    void are_not_made_from_nonsense(String body, String code) {
        var answer = asMax.post("/me/tokens", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Requests.code(answer)).isEqualTo(code);
    }

    @Test
    void buy_a_short_access_token_with_a_scope() {
        var reader = asMax.apiToken("\"read\"").get("token").stringValue();
        var writer = asMax.apiToken("\"write\"");

        var read = exchange(auth, reader);
        var write = exchange(auth, writer.get("token").stringValue());

        assertThat(writer.get("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(Http.json(read).get("issued_token_type").stringValue())
                .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
        assertThat(Http.json(read).get("expires_in").longValue()).isBetween(290L, 300L);
        assertThat(Http.json(read).has("refresh_token")).isFalse();
        assertThat(CodeFlow.claims(Http.json(read).get("access_token").stringValue()))
                .containsOnlyKeys("sub", "role", "iss", "aud", "iat", "exp", "jti", "scope")
                .containsEntry("sub", max.id())
                .containsEntry("role", "member")
                .containsEntry("scope", "read");
        assertThat(Http.json(write).get("scope").stringValue()).isEqualTo("read write");
        assertThat(CodeFlow.claims(Http.json(write).get("access_token").stringValue()))
                .containsEntry("scope", "read write");
    }

    @Test
    void remember_when_they_were_used() {
        var made = asMax.apiToken("\"read\"");
        assertThat(made.get("lastUsedAt").isNull()).isTrue();

        exchange(auth, made.get("token").stringValue());

        assertThat(auth.value("select last_used_at is not null from api_tokens where id = '"
                        + made.get("id").stringValue() + "'"))
                .isEqualTo("t");
    }

    @Test
    void give_an_access_token_that_lives_no_longer_than_they_do() {
        var made = asMax.apiToken("\"read\"");
        auth.execute(
                "update api_tokens set expires_at = now() + interval '60 seconds' where id = ?",
                UUID.fromString(made.get("id").stringValue()));

        var answer = Http.json(exchange(auth, made.get("token").stringValue()));

        assertThat(answer.get("expires_in").longValue()).isBetween(50L, 61L);
    }

    @Test
    void buy_nothing_once_they_are_unknown_expired_or_revoked() {
        var expired = asMax.apiToken("\"read\"");
        auth.execute(
                "update api_tokens set expires_at = now() - interval '1 second' where id = ?",
                UUID.fromString(expired.get("id").stringValue()));
        var revoked = asMax.apiToken("\"read\"");
        assertThat(asMax.delete("/me/tokens/" + revoked.get("id").stringValue()).statusCode())
                .isEqualTo(204);

        var answers = new HttpResponse<?>[] {
            exchange(auth, expired.get("token").stringValue()),
            exchange(auth, revoked.get("token").stringValue()),
            exchange(auth, "pmt_" + "A".repeat(43)),
            exchange(auth, "nonsense\0"),
        };

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo(answers[0].body());
            assertThat((String) answer.body()).contains("invalid_grant");
        });
    }

    @Test
    void are_exchanged_for_the_edge_alone_and_only_as_what_they_are() {
        var token = asMax.apiToken("\"read\"").get("token").stringValue();
        var right = Map.of("grant_type", GRANT, "subject_token", token, "subject_token_type", PERSONAL);
        var otherType = Map.of(
                "grant_type",
                GRANT,
                "subject_token",
                asMax.token(),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:jwt");
        var noToken = Map.of("grant_type", GRANT, "subject_token_type", PERSONAL);

        assertThat(Http.send(Http.postForm(auth, "/oauth2/token", right)).statusCode())
                .isEqualTo(401);
        assertThat(Http.send(Http.basic(Http.postForm(auth, "/oauth2/token", right), "pmt-edge", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Http.send(Http.asEdge(Http.postForm(auth, "/oauth2/token", otherType)))
                        .body())
                .contains("invalid_request");
        assertThat(Http.send(Http.asEdge(Http.postForm(auth, "/oauth2/token", noToken)))
                        .body())
                .contains("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"read\"", "\"read\", \"write\""})
    void open_no_door_of_the_account(String scopes) {
        var mine = asMax.apiToken(scopes);
        var asToken = new Requests(
                auth,
                Http.json(exchange(auth, mine.get("token").stringValue()))
                        .get("access_token")
                        .stringValue());
        var id = mine.get("id").stringValue();

        assertThat(asToken.get("/me").statusCode()).isEqualTo(200);
        var refused = new HttpResponse<?>[] {
            asToken.get("/me/tokens"),
            asToken.post("/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}"),
            asToken.delete("/me/tokens/" + id),
            asToken.get("/me/sessions"),
            asToken.delete("/me/sessions"),
            asToken.delete("/me/sessions/" + UUID.randomUUID()),
            asToken.post("/me/password", "{\"current\":\"x\",\"new\":\"seven calm herons wade\"}"),
            asToken.post("/" + max.id() + "/reset-link", ""),
        };

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat((String) answer.body()).contains("\"insufficient-scope\"");
        });
    }

    @Test
    void belong_to_their_owner_alone() {
        var gus = Requests.of(auth, Person.invited(auth, "Gus", "guest"));
        var id = asMax.apiToken("\"read\"").get("id").stringValue();

        assertThat(gus.get("/me/tokens").body()).isEqualTo("{\"items\":[],\"next\":null}");
        var other = gus.delete("/me/tokens/" + id);
        var unknown = gus.delete("/me/tokens/" + UUID.randomUUID());
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(Requests.code(other)).isEqualTo(Requests.code(unknown)).isEqualTo("token-not-found");
    }

    @Test
    void are_a_hundred_at_most() {
        var pia = Person.invited(auth, "Pia", "member");
        auth.execute("""
                insert into api_tokens (id, user_id, token_hash, name, scopes, created_at, expires_at)
                select gen_random_uuid(), ?, sha256(convert_to(n::text, 'UTF8')), 'n', 'read', now(), now() + interval '1 day'
                  from generate_series(1, 100) n
                """, UUID.fromString(pia.id()));

        var answer = Requests.of(auth, pia).post("/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Requests.code(answer)).isEqualTo("too-many-tokens");
    }

    /** Exchanges an API token as the edge does. */
    static HttpResponse<String> exchange(RunningAuth auth, String token) {
        return Http.send(Http.asEdge(Http.postForm(
                auth,
                "/oauth2/token",
                Map.of("grant_type", GRANT, "subject_token", token, "subject_token_type", PERSONAL))));
    }

    private static Instant instant(tools.jackson.databind.JsonNode json, String field) {
        return Instant.parse(json.get(field).stringValue());
    }
}
