package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.pmt.auth.tokens.StolenKey;
import dev.pmt.shared.testing.TestTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsersApiTest {

    private static final String USERS = "/api/v1/users";

    private static RunningAuth auth;
    private static Person ada;
    private static Person max;
    private static Person gus;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        ada = Person.administrator(auth);
        max = Person.invited(auth, "Max", "member");
        gus = Person.invited(auth, "Gus", "guest");
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ada, GET, list, 200", "max, GET, list, 200", "gus, GET, list, 200",
        "ada, GET, me, 200", "max, GET, me, 200", "gus, GET, me, 200",
        "ada, GET, other, 200", "max, GET, other, 200", "gus, GET, other, 200",
        "ada, POST, list, 201", "max, POST, list, 403", "gus, POST, list, 403"
    })
    void answers_each_role_as_agreed(String who, String method, String what, int expected) {
        var token = Person.token(auth, who + "@example.org");

        assertThat(send(method, what, token).statusCode()).isEqualTo(expected);
    }

    static Stream<String> tokensThatDoNotCount() {
        try (var strangers = new TestTokens()) {
            var user = UUID.fromString(ada.id());
            return Stream.of(
                    "",
                    "nonsense",
                    strangers.forged(user, "admin"),
                    strangers.token(user, "admin"),
                    strangers.expired(user, "admin"),
                    strangers.unsigned(user, "admin"),
                    strangers.otherIssuer(user, "admin"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tokensThatDoNotCount")
    void lets_nobody_in_without_a_token_of_ours(String token) {
        for (var what : new String[] {"list", "me", "other"}) {
            var answer = send("GET", what, token);
            assertThat(answer.statusCode()).as(what).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(send("POST", "list", token).statusCode()).isEqualTo(401);
    }

    @Test
    void takes_no_id_token_for_an_access_token() {
        var tokens = CodeFlow.tokens(auth, ada);

        assertThat(send("GET", "me", tokens.get("id_token").stringValue()).statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "me", tokens.get("access_token").stringValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void takes_a_token_signed_by_its_own_key_only_if_every_claim_is_right() {
        var right = new JWTClaimsSet.Builder()
                .subject(ada.id())
                .claim("role", "admin")
                .issuer("http://localhost:8080")
                .audience("pmt")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var key = StolenKey.from(auth.database(), RunningAuth.KEY_SECRET);
        var wrong = List.of(
                but(right).expirationTime(Date.from(Instant.now().minusSeconds(120))),
                but(right).issuer("https://elsewhere.example"),
                but(right).audience("elsewhere"),
                but(right).claim("role", "owner"),
                but(right).subject("somebody"));

        assertThat(send("GET", "me", key.sign(right)).statusCode()).isEqualTo(200);
        assertThat(wrong)
                .allSatisfy(claims -> assertThat(
                                send("GET", "me", key.sign(claims.build())).statusCode())
                        .isEqualTo(401));
    }

    @Test
    void hides_addresses_of_others_from_guests_only() {
        assertThat(Http.json(get("/" + ada.id(), gus)).get("email").isNull()).isTrue();
        assertThat(Http.json(get("/me", gus)).get("email").stringValue()).isEqualTo(gus.email());
        assertThat(Http.json(get("/" + ada.id(), max)).get("email").stringValue())
                .isEqualTo(ada.email());
    }

    @Test
    void lists_everybody_page_by_page() {
        var seen = new ArrayList<String>();
        var query = "?limit=2";
        while (true) {
            var page = Http.json(get(query, max));
            page.get("items").forEach(user -> seen.add(user.get("id").stringValue()));
            if (page.get("next").isNull()) {
                break;
            }
            assertThat(page.get("items")).hasSize(2);
            query = "?limit=2&cursor=" + page.get("next").stringValue();
        }

        assertThat(seen).doesNotHaveDuplicates().isSorted().contains(ada.id(), max.id(), gus.id());
        assertThat(seen).hasSize(Integer.parseInt(auth.value("select count(*) from users")));
    }

    @Test
    void answers_a_link_with_a_new_user() {
        var answer = create("{\"name\": \" Nia \", \"email\": \" nia@example.org \", \"role\": \"member\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        var user = Http.json(answer).get("user");
        assertThat(user.get("name").stringValue()).isEqualTo("Nia");
        assertThat(user.get("email").stringValue()).isEqualTo("nia@example.org");
        assertThat(user.get("active").booleanValue()).isTrue();
        assertThat(UUID.fromString(user.get("id").stringValue()).version()).isEqualTo(7);
        assertThat(Http.location(answer)).isEqualTo(USERS + "/" + user.get("id").stringValue());
        assertThat(Http.json(answer).get("oneTimeLink").get("url").stringValue())
                .startsWith("http://localhost:8080/auth/link/");
    }

    @Test
    void refuses_an_address_that_somebody_has_in_any_case() {
        var answer = create("{\"name\": \"Ada 2\", \"email\": \"ADA@example.ORG\", \"role\": \"member\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).get("code").stringValue()).isEqualTo("email-taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\",\"email\":\"a@b\",\"role\":\"member\"}|invalid-request|name",
                "{\"name\":\"A\",\"email\":\"nonsense\",\"role\":\"member\"}|invalid-request|email",
                "{\"name\":\"A\",\"email\":\"a@b\",\"role\":\"owner\"}|invalid-request|role",
                "{\"email\":\"a@b\",\"role\":\"member\"}|invalid-request|name",
                "{\"name\":\"\u2003\",\"email\":\"a@b\",\"role\":\"member\"}|invalid-request|name",
                "{\"name\":\"A\\u0000\",\"email\":\"a@b\",\"role\":\"member\"}|invalid-request|name",
                "{\"name\":\"A\",\"email\":\"a\\u0000@b\",\"role\":\"member\"}|invalid-request|email",
                "{\"name\":\"A\",\"email\":\"a@b\",\"role\":\"member\",\"password\":\"x\"}|unknown-field|password",
                "{\"name\":|malformed-json|line 1",
            })
    void says_what_is_wrong_with_a_request(String body, String code, String part) {
        var answer = create(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).get("code").stringValue()).isEqualTo(code);
        assertThat(Http.json(answer).get("detail").stringValue()).contains(part);
    }

    @Test
    void knows_what_it_does_not_know() {
        var unknown = get("/" + UUID.randomUUID(), max);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Http.json(unknown).get("code").stringValue()).isEqualTo("user-not-found");
        assertThat(get("/nonsense", max).statusCode()).isEqualTo(400);
        assertThat(get("?cursor=nonsense", max).statusCode()).isEqualTo(400);
        assertThat(get("?limit=0", max).statusCode()).isEqualTo(400);
        assertThat(get("?limit=101", max).statusCode()).isEqualTo(400);
        var text = Http.to(auth, USERS)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(Http.send(Http.bearer(text, Person.token(auth, ada.email()))).statusCode())
                .isEqualTo(415);
    }

    private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static HttpResponse<String> create(String body) {
        return Http.send(Http.bearer(Http.postJson(auth, USERS, body), Person.token(auth, ada.email())));
    }

    private static HttpResponse<String> get(String path, Person as) {
        return Http.send(Http.bearer(Http.to(auth, USERS + path).GET(), Person.token(auth, as.email())));
    }

    private static HttpResponse<String> send(String method, String what, String token) {
        var path = USERS
                + switch (what) {
                    case "list" -> "";
                    case "me" -> "/me";
                    default -> "/" + max.id();
                };
        var body = "{\"name\":\"X\",\"email\":\"x@example.org\",\"role\":\"member\"}";
        var request = method.equals("POST")
                ? Http.postJson(auth, path, body)
                : Http.to(auth, path).GET();
        return Http.send(token.isEmpty() ? request : Http.bearer(request, token));
    }
}
