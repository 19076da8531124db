package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pmt.auth.tokens.StolenKey;
import dev.pmt.shared.testing.TestTokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every door of the contract, with every role, every kind of API token and every token that does not count. */
class DoorsTest {

    /** Answers in this order: administrator, member, guest, an administrator's API token to read, and one to write. */
    private static final List<Door> DOORS = List.of(
            new Door("GET", "", "", List.of(200, 200, 200, 200, 200)),
            new Door(
                    "POST",
                    "",
                    "{\"name\":\"N\",\"email\":\"%s@example.org\",\"role\":\"guest\"}",
                    List.of(201, 403, 403, 403, 201)),
            new Door("GET", "/me", "", List.of(200, 200, 200, 200, 200)),
            new Door("PATCH", "/me", "{}", List.of(200, 200, 200, 403, 200)),
            new Door("POST", "/me/password", "{}", List.of(400, 400, 400, 403, 403)),
            new Door("GET", "/me/sessions", "", List.of(200, 200, 200, 403, 403)),
            new Door("DELETE", "/me/sessions", "", List.of(204, 204, 204, 403, 403)),
            new Door("DELETE", "/me/sessions/" + UUID.randomUUID(), "", List.of(404, 404, 404, 403, 403)),
            new Door("GET", "/me/tokens", "", List.of(200, 200, 200, 403, 403)),
            new Door("POST", "/me/tokens", "{\"name\":\"N\",\"scopes\":[\"read\"]}", List.of(201, 201, 201, 403, 403)),
            new Door("DELETE", "/me/tokens/" + UUID.randomUUID(), "", List.of(404, 404, 404, 403, 403)),
            new Door("GET", "/{id}", "", List.of(200, 200, 200, 200, 200)),
            new Door("PATCH", "/{id}", "{}", List.of(200, 403, 403, 403, 200)),
            new Door("POST", "/{id}/deactivate", "", List.of(200, 403, 403, 403, 200)),
            new Door("POST", "/{id}/activate", "", List.of(200, 403, 403, 403, 200)),
            new Door("POST", "/{id}/reset-link", "", List.of(200, 403, 403, 403, 403)));

    private static RunningAuth auth;
    private static Person ada;
    private static Person somebody;
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        ada = Person.administrator(auth);
        somebody = Person.invited(auth, "Somebody", "member");
        TOKENS.put("administrator", Person.token(auth, ada.email()));
        TOKENS.put(
                "member",
                Person.token(auth, Person.invited(auth, "Max", "member").email()));
        TOKENS.put(
                "guest", Person.token(auth, Person.invited(auth, "Gus", "guest").email()));
        var asAda = Requests.of(auth, ada);
        TOKENS.put("reader", exchanged(asAda.apiToken("\"read\"").get("token").stringValue()));
        TOKENS.put("writer", exchanged(asAda.apiToken("\"write\"").get("token").stringValue()));
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @TestFactory
    Stream<DynamicTest> answer_each_role_as_agreed() {
        var tests = new ArrayList<DynamicTest>();
        for (var door : DOORS) {
            var i = 0;
            for (var who : TOKENS.entrySet()) {
                var expected = door.expected().get(i++);
                tests.add(DynamicTest.dynamicTest(
                        door + " as " + who.getKey(),
                        () -> assertThat(open(door, who.getValue()))
                                .satisfies(answer -> assertThat(answer.statusCode())
                                        .as(answer.body())
                                        .isEqualTo(expected))));
            }
        }
        assertThat(tests).hasSize(80);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> stay_shut_for_tokens_that_do_not_count() {
        var bad = bad();
        assertThat(bad).hasSize(12);
        return DOORS.stream()
                .flatMap(door -> bad.entrySet().stream()
                        .map(token -> DynamicTest.dynamicTest(door + " with " + token.getKey(), () -> {
                            var answer = open(door, token.getValue());
                            assertThat(answer.statusCode()).isEqualTo(401);
                            assertThat(answer.headers().firstValue("Content-Type"))
                                    .hasValue("application/problem+json");
                        })));
    }

    @Test
    void of_administration_tell_only_administrators_who_is_there() {
        for (var path : List.of("/" + UUID.randomUUID(), "/" + somebody.id())) {
            for (var door : List.of("/deactivate", "/activate", "/reset-link")) {
                var asMember = new Requests(auth, TOKENS.get("member")).post(path + door, "");
                assertThat(asMember.statusCode()).isEqualTo(403);
            }
            assertThat(new Requests(auth, TOKENS.get("member"))
                            .patch(path, "{}", "\"1\"")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Requests.of(auth, ada)
                        .post("/" + UUID.randomUUID() + "/deactivate", "")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> bad() {
        var bad = new LinkedHashMap<String, String>();
        var user = UUID.fromString(ada.id());
        try (var strangers = new TestTokens()) {
            bad.put("none", "");
            bad.put("nonsense", "nonsense");
            bad.put("an API token as it is", "pmt_" + "A".repeat(43));
            bad.put("a forged one", strangers.forged(user, "admin"));
            bad.put("a stranger's", strangers.token(user, "admin"));
            bad.put("alg none", strangers.unsigned(user, "admin"));
        }
        var right = new JWTClaimsSet.Builder()
                .subject(ada.id())
                .claim("role", "admin")
                .issuer("http://localhost:8080")
                .audience("pmt")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        var key = StolenKey.from(auth.database(), RunningAuth.KEY_SECRET);
        bad.put(
                "an expired one",
                key.sign(but(right).expirationTime(Date.from(Instant.EPOCH)).build()));
        bad.put(
                "another issuer",
                key.sign(but(right).issuer("https://elsewhere.example").build()));
        bad.put("another audience", key.sign(but(right).audience("pmt-edge").build()));
        bad.put("an unknown role", key.sign(but(right).claim("role", "owner").build()));
        bad.put("no person", key.sign(but(right).subject("ada").build()));
        bad.put("an ID token", CodeFlow.tokens(auth, ada).get("id_token").stringValue());
        return bad;
    }

    private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static HttpResponse<String> open(Door door, String token) {
        var requests = new Requests(auth, token);
        var path = door.path().replace("{id}", somebody.id());
        var body = door.body().replace("%s", "n" + UUID.randomUUID());
        if (!door.method().equals("PATCH")) {
            return requests.send(door.method(), path, body, "");
        }
        var version =
                Requests.of(auth, ada).get(path).headers().firstValue("ETag").orElseThrow();
        return requests.patch(path, body, version);
    }

    private static String exchanged(String apiToken) {
        return Http.json(ApiTokensTest.exchange(auth, apiToken))
                .get("access_token")
                .stringValue();
    }

    private record Door(String method, String path, String body, List<Integer> expected) {

        @Override
        public String toString() {
            return method + " " + path.replaceAll("[0-9a-f-]{36}", "{id}");
        }
    }
}
