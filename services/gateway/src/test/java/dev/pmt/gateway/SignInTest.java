package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Wire;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends BrowserCase {

    @Test
    void signs_in_and_returns_to_where_the_browser_was() {
        var page = browser.open("/session/sign-in?return=/projects/A/board%3Ftask%3DA-1");

        assertThat(page.body()).isEqualTo("web");
        assertThat(page.request().uri()).hasToString(edge.url() + "/projects/A/board?task=A-1");
        assertThat(browser.cookieNames()).containsExactly("pmt_session");

        var who = browser.get("/session");
        assertThat(who.statusCode()).isEqualTo(200);
        assertThat(who.headers().firstValue("cache-control")).contains("no-store");
        assertThat(who.body())
                .isEqualTo("{\"user\":{\"id\":\"0198f3a0-0000-7000-8000-000000000001\",\"name\":\"Ada Lovelace\","
                        + "\"email\":\"ada@example.org\",\"role\":\"admin\"},\"flags\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/%5Cevil.example",
                "/%09/evil.example",
                "evil.example",
                "javascript:alert(1)",
                "/session/sign-in",
                "%0d%0aLocation:evil",
                ""
            })
    void never_returns_to_another_site(String wanted) {
        var page = browser.open("/session/sign-in?return=" + wanted);

        assertThat(page.request().uri()).hasToString(edge.url() + "/");
    }

    @Test
    void moves_the_browser_to_the_canonical_host_before_it_signs_in() throws IOException {
        var elsewhere = "GET /session/sign-in?return=/x HTTP/1.1\nHost: 127.0.0.1:"
                + edge.url().getPort() + "\nConnection: close\n\n";
        var answer = Wire.exchange(edge.url(), elsewhere);

        assertThat(answer)
                .startsWith("HTTP/1.1 303")
                .containsIgnoringCase("location: " + edge.url() + "/session/sign-in?return=%2Fx&moved=1")
                .doesNotContainIgnoringCase("set-cookie");
        assertThat(Wire.exchange(edge.url(), elsewhere.replace("return=/x", "return=/x&moved=1")))
                .contains("/oauth2/authorize");
    }

    @Test
    void asks_auth_with_pkce_state_and_nonce() {
        var location =
                browser.get("/session/sign-in").headers().firstValue("location").orElseThrow();

        assertThat(location)
                .startsWith(edge.url() + "/oauth2/authorize?response_type=code&client_id=pmt-edge&")
                .contains("code_challenge_method=S256", "code_challenge=", "&state=", "&nonce=", "scope=openid");
    }

    @Test
    void two_tabs_sign_in_at_a_time() {
        var first = browser.get("/session/sign-in?return=/a")
                .headers()
                .firstValue("location")
                .orElseThrow();
        var second = browser.get("/session/sign-in?return=/b")
                .headers()
                .firstValue("location")
                .orElseThrow();

        var root = edge.url().toString();
        assertThat(browser.open(first.replace(root, "")).request().uri().getPath())
                .isEqualTo("/a");
        assertThat(browser.open(second.replace(root, "")).request().uri().getPath())
                .isEqualTo("/b");
    }

    @Test
    void offers_another_attempt_when_one_fails() {
        for (var path : new String[] {
            "/session/callback", "/session/callback?code=x&state=y", "/session/callback?error=access_denied&state=y"
        }) {
            var page = edgeOpen(path);
            assertThat(page).contains(" 400 ", "href=\"/session/sign-in\"");
        }
        assertThat(edgeOpen("/session/callback?code=%zz&state=y")).contains(" 400 ", "bad-request");
        assertThat(browser.cookieNames()).isEmpty();
    }

    private String edgeOpen(String path) {
        try {
            return Wire.exchange(edge.url(), "GET " + path + " HTTP/1.1\nHost: x\nConnection: close\n\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void does_not_take_a_code_for_another_browsers_attempt() {
        var authorize =
                browser.get("/session/sign-in").headers().firstValue("location").orElseThrow();
        var callback = browser.get(authorize.replace(edge.url().toString(), ""))
                .headers()
                .firstValue("location")
                .orElseThrow();

        var stranger = new Browser(edge);
        stranger.get("/session/sign-in");
        assertThat(stranger.get(callback.replace(edge.url().toString(), "")).statusCode())
                .isEqualTo(400);
        assertThat(stranger.sessionCookie()).isEmpty();
    }

    @Test
    void believes_no_id_token_that_is_not_meant_for_this_attempt() {
        auth.changeIdTokens(claims -> claims.put("nonce", "other"));
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        auth.changeIdTokens(claims -> claims.put("aud", "other"));
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        auth.changeIdTokens(claims ->
                claims.put("aud", new JsonArray().add("pmt-edge").add("x")).put("azp", "x"));
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        auth.changeIdTokens(claims -> claims.put("iss", "http://other.example"));
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        auth.changeIdTokens(
                claims -> claims.put("exp", Instant.now().minusSeconds(60).getEpochSecond()));
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        auth.changeIdTokens(claims -> {
            claims.remove("exp");
            return claims;
        });
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        auth.changeIdTokens(claims -> claims.put("sub", "someone-else"));
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(503);
        auth.changeIdTokens(claims -> claims);
        auth.signIdTokensWithForeignKey();
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(400);
        assertThat(browser.sessionCookie()).isEmpty();
    }

    @Test
    void says_that_sign_in_has_to_wait_while_auth_is_down() {
        var authorize =
                browser.get("/session/sign-in").headers().firstValue("location").orElseThrow();
        var callback = browser.get(authorize.replace(edge.url().toString(), ""))
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replace(edge.url().toString(), "");
        auth.breakDown(true);

        var page = browser.get(callback);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("does not answer", "href=\"/session/sign-in\"");
        edge.gateway().routes().unregister("auth");
        assertThat(browser.open("/session/sign-in").statusCode()).isEqualTo(503);
    }
}
