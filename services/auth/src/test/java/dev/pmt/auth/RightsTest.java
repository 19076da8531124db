package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pmt.auth.tokens.StolenKey;
import dev.pmt.shared.contracts.EventDoor;
import dev.pmt.shared.contracts.RightsTable;
import dev.pmt.shared.testing.TestTokens;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RightsTest {

    private static final Path CONTRACT = Path.of("contract", "openapi.yaml");
    private static final Path TABLE = Path.of("src", "test", "resources", "rights.yml");

    private static RunningAuth auth;
    private static Person ada;
    private static Person somebody;
    private static Map<String, Caller> actors;

    /** Somebody with a token: a person's own, which gives them their role, or another that says it comes from them. */
    private record Caller(Person person, Requests requests, String role) {

        HttpResponse<String> send(String method, String path, String body) {
            return requests.send(method, path, body, "");
        }
    }

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        ada = Person.administrator(auth);
        somebody = Person.invited(auth, "Somebody", "member");
        actors = new LinkedHashMap<>();
        untrusted().forEach((name, token) -> actors.put(name, new Caller(ada, new Requests(auth, token), "")));
        var asAda = Requests.of(auth, ada);
        for (var scope : List.of("read", "write")) {
            var token = asAda.apiToken('"' + scope + '"').get("token").stringValue();
            actors.put(scope + "-token", new Caller(ada, new Requests(auth, exchanged(token)), ""));
        }
        for (var role : List.of("guest", "member", "admin")) {
            actors.put(role, person(role));
        }
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    /** Makes each operation's request, valid in all but perhaps who sends it. */
    private static Map<String, Function<Caller, HttpResponse<String>>> requests() {
        var other = "/" + somebody.id();
        return Map.ofEntries(
                Map.entry("listUsers", who -> who.send("GET", "", "")),
                Map.entry(
                        "createUser",
                        who -> who.send(
                                "POST",
                                "",
                                "{\"name\":\"N\",\"email\":\"%s@example.org\",\"role\":\"guest\"}"
                                        .formatted(unique()))),
                Map.entry("getMe", who -> who.send("GET", "/me", "")),
                Map.entry("updateMe", who -> who.requests.patch("/me", "{}", version("/me", who.person))),
                Map.entry("changePassword", RightsTest::changePassword),
                Map.entry("listSessions", who -> who.send("GET", "/me/sessions", "")),
                Map.entry("endSessions", who -> who.send("DELETE", "/me/sessions", "")),
                Map.entry("endSession", who -> who.send("DELETE", "/me/sessions/" + session(who.person), "")),
                Map.entry("listTokens", who -> who.send("GET", "/me/tokens", "")),
                Map.entry(
                        "createToken", who -> who.send("POST", "/me/tokens", "{\"name\":\"N\",\"scopes\":[\"read\"]}")),
                Map.entry("revokeToken", who -> who.send("DELETE", "/me/tokens/" + apiToken(who.person), "")),
                Map.entry("getUser", who -> who.send("GET", other, "")),
                Map.entry("updateUser", who -> who.requests.patch(other, "{}", version(other, ada))),
                Map.entry("deactivateUser", who -> who.send("POST", other + "/deactivate", "")),
                Map.entry("activateUser", who -> who.send("POST", other + "/activate", "")),
                Map.entry(
                        "createResetLink",
                        who -> who.send("POST", "/" + invited("member").id() + "/reset-link", "")));
    }

    @TestFactory
    Stream<DynamicTest> are_as_in_the_table() {
        var cells = RightsTable.cells(CONTRACT, TABLE);
        var requests = requests();
        assertThat(cells).hasSizeGreaterThan(250);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> {
                    var answer = requests.get(cell.operation()).apply(actors.get(cell.actor()));

                    assertThat(cell.accepts(answer.statusCode()))
                            .as(answer.statusCode() + " " + answer.body())
                            .isTrue();
                    if (cell.code() != null) {
                        assertThat(Requests.code(answer)).isEqualTo(cell.code());
                        assertThat(answer.body()).doesNotContain(somebody.email(), ada.email());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> at_the_events_door_are_as_in_its_own_table() {
        var tokens = new LinkedHashMap<String, String>();
        for (var actor : List.of("read-token", "write-token", "guest", "member", "admin")) {
            tokens.put(actor, actors.get(actor).requests.token());
        }
        tokens.put("stranger", "");
        tokens.put("nonsense", "nonsense");
        var cells = new EventDoor("auth", auth.address()).rights(tokens);
        assertThat(cells).hasSize(63);
        return cells.entrySet().stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.getKey(), () -> cell.getValue().run()));
    }

    @Test
    void of_others_tell_only_administrators_who_is_there() {
        var token = actors.get("member").requests.token();
        for (var path : List.of("/" + UUID.randomUUID(), "/" + somebody.id())) {
            for (var door : List.of("/deactivate", "/activate", "/reset-link")) {
                var asMember = new Requests(auth, token).post(path + door, "");
                assertThat(asMember.statusCode()).isEqualTo(403);
            }
            assertThat(new Requests(auth, token).patch(path, "{}", "\"1\"").statusCode())
                    .isEqualTo(403);
        }
        assertThat(Requests.of(auth, ada)
                        .post("/" + UUID.randomUUID() + "/deactivate", "")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> untrusted() {
        var bad = new LinkedHashMap<String, String>();
        var user = UUID.fromString(ada.id());
        try (var strangers = new TestTokens()) {
            bad.put("stranger", "");
            bad.put("nonsense", "nonsense");
            bad.put("raw-api-token", "pmt_" + "A".repeat(43));
            bad.put("forged", strangers.forged(user, "admin"));
            bad.put("alg-none", strangers.unsigned(user, "admin"));
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
                "expired",
                key.sign(but(right).expirationTime(Date.from(Instant.EPOCH)).build()));
        bad.put(
                "other-issuer",
                key.sign(but(right).issuer("https://elsewhere.example").build()));
        bad.put("other-audience", key.sign(but(right).audience("pmt-edge").build()));
        bad.put("unknown-role", key.sign(but(right).claim("role", "owner").build()));
        bad.put("no-person", key.sign(but(right).subject("ada").build()));
        bad.put("id-token", CodeFlow.tokens(auth, ada).get("id_token").stringValue());
        return bad;
    }

    private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static Caller person(String role) {
        var person = invited(role);
        return new Caller(person, Requests.of(auth, person), role);
    }

    private static Person invited(String role) {
        return Person.invited(auth, unique(), role);
    }

    private static String unique() {
        return "n" + UUID.randomUUID();
    }

    /** Changes it for somebody new of the same role, as each person can change a password only once in this test. */
    private static HttpResponse<String> changePassword(Caller who) {
        var sender = who.role.isEmpty() ? who : person(who.role);
        return sender.send("POST", "/me/password", """
                {"current":"%s","new":"seven loud herons wade"}""".formatted(sender.person.password()));
    }

    private static String version(String path, Person reader) {
        return Requests.of(auth, reader).get(path).headers().firstValue("ETag").orElseThrow();
    }

    private static String session(Person person) {
        CodeFlow.tokens(auth, person);
        var sessions = Http.json(Requests.of(auth, person).get("/me/sessions"));
        return sessions.get("items").get(0).get("id").stringValue();
    }

    private static String apiToken(Person person) {
        return Requests.of(auth, person).apiToken("\"read\"").get("id").stringValue();
    }

    private static String exchanged(String apiToken) {
        return Http.json(ApiTokensTest.exchange(auth, apiToken))
                .get("access_token")
                .stringValue();
    }
}
