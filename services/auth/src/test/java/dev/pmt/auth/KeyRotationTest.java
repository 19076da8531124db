package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pmt.shared.testing.TestDatabase;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KeyRotationTest {

    private static RunningAuth auth;
    private static RunningAuth sibling;
    private static Person ada;

    @BeforeAll
    static void start() {
        var quick = Map.of("pmt.auth.keys.check", "200ms");
        auth = RunningAuth.on(TestDatabase.fresh("auth"), quick);
        sibling = RunningAuth.on(auth.database(), quick);
        ada = Person.administrator(auth);
    }

    @AfterAll
    static void stop() {
        sibling.close();
        auth.close();
    }

    @BeforeEach
    void letEveryKeySignAlready() {
        auth.execute("update signing_keys set signs_from = signs_from - interval '1 day',"
                + " retired_at = retired_at - interval '1 day'");
        await().until(() ->
                CodeFlow.header(Person.token(auth, ada.email())).get("kid").equals(newestKey()));
    }

    @Test
    void signs_nobody_out_and_keeps_every_token_verifiable() {
        var tokens = CodeFlow.tokens(auth, ada);
        var before = accessToken(tokens);

        var successor = Http.json(rotate(auth));
        var kid = successor.get("kid").stringValue();
        assertThat(kids(auth)).contains(kid);
        var during = Http.json(CodeFlow.refresh(auth, refreshToken(tokens)));
        assertThat(kid(accessToken(during))).isEqualTo(kid(before)).isNotEqualTo(kid);
        assertThat(Instant.parse(successor.get("signsFrom").stringValue()))
                .isBetween(Instant.now().plusSeconds(540), Instant.now().plusSeconds(600));

        await().until(() -> kids(sibling).contains(kid));
        auth.execute("update signing_keys set signs_from = now() - interval '1 second' where kid = ?", kid);
        auth.execute("update signing_keys set retired_at = now() - interval '1 second' where retired_at > now()");
        await().until(() -> kid(Person.token(auth, ada.email())).equals(kid));
        var after = Http.json(CodeFlow.refresh(auth, refreshToken(during)));

        assertThat(kid(accessToken(after))).isEqualTo(kid);
        assertThat(new String[] {before, accessToken(during), accessToken(after)})
                .allSatisfy(token -> {
                    assertThat(verifies(auth, token)).isTrue();
                    assertThat(verifies(sibling, token)).isTrue();
                    assertThat(new Requests(auth, token).get("/me").statusCode())
                            .isEqualTo(200);
                });
    }

    @Test
    void deletes_the_old_key_once_its_last_token_has_expired() {
        var old = newestKey();
        var kid = Http.json(rotate(auth)).get("kid").stringValue();
        auth.execute("update signing_keys set signs_from = now() - interval '39 minutes' where kid = ?", kid);
        auth.execute("update signing_keys set retired_at = now() - interval '39 minutes' where kid = ?", old);

        await().until(() -> kid(Person.token(auth, ada.email())).equals(kid));
        assertThat(kids(auth)).contains(old);
        auth.execute("update signing_keys set retired_at = now() - interval '41 minutes' where kid = ?", old);

        await().until(() -> !kids(auth).contains(old) && !kids(sibling).contains(old));
        assertThat(auth.value("select count(*) from signing_keys where kid = '" + old + "'"))
                .isEqualTo("0");
    }

    @Test
    void answers_the_key_that_waits_already_when_asked_twice() {
        var first = rotate(auth).body();
        await().until(() -> kids(sibling).size() == kids(auth).size());

        assertThat(rotate(sibling).body()).isEqualTo(first);
        assertThat(rotate(auth).body()).isEqualTo(first);
    }

    @Test
    void replaces_a_key_by_itself_after_ninety_days() {
        var old = newestKey();
        auth.execute("update signing_keys set signs_from = signs_from - interval '91 days'");

        await().until(() -> !newestKey().equals(old));

        assertThat(auth.value("select count(*) from signing_keys where signs_from > now()"))
                .isEqualTo("1");
        assertThat(Duration.parse("PT9M"))
                .isLessThan(
                        Duration.between(
                                Instant.now(),
                                Instant.parse(
                                        auth.value(
                                                "select to_char(max(signs_from) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from signing_keys"))));
    }

    private static java.net.http.HttpResponse<String> rotate(RunningAuth at) {
        var answer = Http.send(Http.asEdge(Http.postJson(at, "/internal/keys/rotate", "")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String newestKey() {
        return auth.value("select kid from signing_keys order by signs_from desc limit 1");
    }

    private static java.util.List<String> kids(RunningAuth at) {
        return keys(at).getKeys().stream().map(key -> key.getKeyID()).toList();
    }

    private static JWKSet keys(RunningAuth at) {
        try {
            return JWKSet.parse(Http.get(at, "/oauth2/jwks").body());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(RunningAuth at, String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var key = keys(at).getKeyByKeyId(jwt.getHeader().getKeyID());
            return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object kid(String token) {
        return CodeFlow.header(token).get("kid");
    }

    private static String accessToken(JsonNode tokens) {
        return tokens.get("access_token").stringValue();
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.get("refresh_token").stringValue();
    }
}
