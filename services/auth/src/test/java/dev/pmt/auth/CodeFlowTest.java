package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CodeFlowTest {

    private static RunningAuth auth;
    private static Person ada;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        ada = Person.administrator(auth);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void gives_an_access_token_with_exactly_the_agreed_claims() {
        var tokens = CodeFlow.tokens(auth, ada);

        var access = CodeFlow.claims(tokens.get("access_token").stringValue());
        assertThat(access).containsOnlyKeys("sub", "role", "iss", "aud", "iat", "exp", "jti", "sid");
        assertThat(access)
                .containsEntry("sub", ada.id())
                .containsEntry("role", "admin")
                .containsEntry("iss", "http://localhost:8080");
        assertThat(access.get("aud")).isIn("pmt", "[\"pmt\"]");
        assertThat((long) access.get("exp") - (long) access.get("iat")).isEqualTo(300);
        assertThat(CodeFlow.header(tokens.get("access_token").stringValue())).containsEntry("alg", "RS256");
        assertThat(tokens.get("expires_in").longValue()).isBetween(295L, 300L);
        assertThat(tokens.get("token_type").stringValue()).isEqualTo("Bearer");
    }

    @Test
    void gives_an_id_token_for_the_edge_with_name_email_and_nonce() {
        var flow = new CodeFlow(auth);
        var tokens = Http.json(flow.exchange(flow.code(new Browser(auth), ada)));

        var claims = CodeFlow.claims(tokens.get("id_token").stringValue());
        assertThat(claims)
                .containsEntry("sub", ada.id())
                .containsEntry("name", "Ada Admin")
                .containsEntry("email", "ada@example.org")
                .containsEntry("role", "admin")
                .containsEntry("nonce", flow.nonce())
                .containsEntry("iss", "http://localhost:8080")
                .containsEntry("aud", "pmt-edge")
                .containsKey("sid");
    }

    @Test
    void skips_the_password_while_the_browser_is_signed_in() {
        var browser = new Browser(auth);
        var first = new CodeFlow(auth);
        first.code(browser, ada);

        var second = new CodeFlow(auth);
        var code = second.codeOf(browser.get(second.authorizePath()));

        assertThat(second.exchange(code).statusCode()).isEqualTo(200);
    }

    @Test
    void asks_somebody_deactivated_to_sign_in_whatever_their_session_says() {
        var eve = Person.invited(auth, "Eve", "member");
        var browser = new Browser(auth);
        browser.signIn(eve);
        auth.execute("update users set active = false where id = ?", UUID.fromString(eve.id()));

        var answer = browser.get(new CodeFlow(auth).authorizePath());

        assertThat(Http.location(answer)).startsWith("/auth/sign-in?continue=");
        assertThat(browser.get(Http.location(answer)).statusCode()).isEqualTo(200);
    }

    @Test
    void answers_login_required_to_a_silent_request_without_session() {
        var flow = new CodeFlow(auth);
        var path = flow.authorizePath() + "&prompt=none";

        var answer = Http.get(auth, path);

        assertThat(Http.query(Http.location(answer))).containsEntry("error", "login_required");
    }

    @Test
    void demands_pkce() {
        var browser = new Browser(auth);
        browser.signIn(ada);

        var answer = browser.get(new CodeFlow(auth).authorizePath(Map.of()));

        assertThat(Http.location(answer)).startsWith(CodeFlow.CALLBACK);
        assertThat(Http.query(Http.location(answer))).containsEntry("error", "invalid_request");
    }

    @Test
    void refuses_a_code_with_another_verifier() {
        var flow = new CodeFlow(auth);
        var code = flow.code(new Browser(auth), ada);

        assertThat(flow.exchange(code, "another-verifier-that-is-long-enough-0123456789")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refuses_a_code_that_was_used_and_ends_what_it_gave() {
        var flow = new CodeFlow(auth);
        var code = flow.code(new Browser(auth), ada);
        var tokens = Http.json(flow.exchange(code));

        var again = flow.exchange(code);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Http.json(again).get("error").stringValue()).isEqualTo("invalid_grant");
        assertThat(CodeFlow.refresh(auth, tokens.get("refresh_token").stringValue())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void never_redirects_to_an_address_that_is_not_registered() {
        var path = new CodeFlow(auth).authorizePath().replace("session%2Fcallback", "elsewhere");
        var browser = new Browser(auth);
        browser.signIn(ada);

        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void refuses_a_client_with_a_wrong_secret() {
        var request = Http.postForm(auth, "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", "x"));

        assertThat(Http.send(Http.basic(request, "pmt-edge", "wrong")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void gives_the_edge_no_token_of_its_own() {
        var request = Http.postForm(auth, "/oauth2/token", Map.of("grant_type", "client_credentials"));

        var answer = Http.send(Http.asEdge(request));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).get("error").stringValue()).isEqualTo("unauthorized_client");
    }

    @Test
    void describes_itself_truthfully() {
        var discovery = Http.json(Http.get(auth, "/.well-known/openid-configuration"));

        assertThat(discovery.get("issuer").stringValue()).isEqualTo("http://localhost:8080");
        assertThat(discovery.get("authorization_endpoint").stringValue())
                .isEqualTo("http://localhost:8080/oauth2/authorize");
        assertThat(discovery.get("token_endpoint").stringValue()).isEqualTo("http://localhost:8080/oauth2/token");
        assertThat(discovery.get("jwks_uri").stringValue()).isEqualTo("http://localhost:8080/oauth2/jwks");
        assertThat(discovery.get("revocation_endpoint").stringValue()).isEqualTo("http://localhost:8080/oauth2/revoke");
        assertThat(discovery.get("userinfo_endpoint").stringValue()).isEqualTo("http://localhost:8080/userinfo");
        assertThat(discovery.get("end_session_endpoint").stringValue())
                .isEqualTo("http://localhost:8080/connect/logout");
        assertThat(texts(discovery.get("grant_types_supported")))
                .containsExactlyInAnyOrder(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:token-exchange");
        assertThat(texts(discovery.get("token_endpoint_auth_methods_supported")))
                .containsExactlyInAnyOrder("client_secret_basic", "client_secret_post", "private_key_jwt");
        assertThat(texts(discovery.get("scopes_supported"))).containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(texts(discovery.get("code_challenge_methods_supported"))).containsExactly("S256");
        assertThat(discovery.has("introspection_endpoint")).isFalse();
    }

    @Test
    void publishes_public_keys_only() {
        var keys = Http.json(Http.get(auth, "/oauth2/jwks")).get("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
        assertThat(keys.get(0).get("alg").stringValue()).isEqualTo("RS256");
    }

    @Test
    void tells_who_the_bearer_is() {
        var token = CodeFlow.tokens(auth, ada).get("access_token").stringValue();

        var info = Http.json(Http.send(Http.bearer(Http.to(auth, "/userinfo").GET(), token)));

        assertThat(info.get("sub").stringValue()).isEqualTo(ada.id());
        assertThat(info.get("name").stringValue()).isEqualTo("Ada Admin");
        assertThat(info.get("email").stringValue()).isEqualTo("ada@example.org");
        assertThat(Http.get(auth, "/userinfo").statusCode()).isEqualTo(401);
    }

    @Test
    void revokes_a_refresh_token() {
        var tokens = CodeFlow.tokens(auth, ada);
        var token = tokens.get("refresh_token").stringValue();

        var answer = Http.send(Http.asEdge(Http.postForm(auth, "/oauth2/revoke", Map.of("token", token))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CodeFlow.refresh(auth, token).statusCode()).isEqualTo(400);
    }

    private static List<String> texts(tools.jackson.databind.JsonNode array) {
        return array.valueStream().map(node -> node.stringValue()).toList();
    }
}
