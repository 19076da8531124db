package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.fixtures.Wire;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private final Edge edge = Edge.start(Map.of());
    private final OpenIdProvider auth = new OpenIdProvider().behind(edge);
    private final Backend api = Backend.named("api");
    private final Backend web = Backend.named("web");
    private final Browser browser = new Browser(edge);

    SessionTest() {
        edge.with("api", api.address()).with("web", web.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
        api.close();
        web.close();
    }

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
                        + "\"email\":\"ada@example.org\",\"role\":\"admin\"}}");
    }

    @Test
    void keeps_tokens_from_the_browser_in_a_cookie_that_fits() {
        var values = new ArrayList<String>();
        var response = browser.get("/session/sign-in");
        while (response.statusCode() == 302 || response.statusCode() == 303) {
            values.addAll(response.headers().allValues("set-cookie"));
            response = browser.get(URI.create(edge.url() + "/")
                    .relativize(
                            URI.create(response.headers().firstValue("location").orElseThrow()))
                    .toString()
                    .transform(path -> path.startsWith("/") ? path : "/" + path));
        }

        assertThat(values)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("pmt_session=")
                        .contains("; Path=/", "; HTTPOnly", "; SameSite=Lax", "; Max-Age=2592000")
                        .doesNotContain("Secure", "eyJ")
                        .hasSizeLessThan(3_000));
        assertThat(values)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("pmt_signin_")
                        .contains("; Path=/session/callback", "; HTTPOnly", "; SameSite=Lax", "; Max-Age=600"));
    }

    @Test
    void keeps_even_the_longest_names_within_one_cookie() {
        auth.changeIdTokens(
                claims -> claims.put("name", "ä".repeat(200)).put("email", "x".repeat(242) + "@example.org"));

        browser.signIn();

        assertThat(browser.sessionCookie()).isNotEmpty().hasSizeLessThan(3_900);
        assertThat(browser.get("/session").body()).contains("ä".repeat(200));
    }

    @Test
    void gives_services_the_sessions_token_and_no_cookie() {
        browser.signIn();

        assertThat(browser.get("/api/v1/projects").body()).isEqualTo("api");
        assertThat(api.last().header("Authorization")).startsWith("Bearer eyJ");
        assertThat(api.last().headers()).doesNotContainKey("Cookie");
    }

    @Test
    void answers_401_without_a_session() {
        for (var path : new String[] {"/session", "/api/v1/projects", "/api/v1/users/me"}) {
            var response = edge.get(path);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
            assertThat(response.body()).contains("not-signed-in");
        }
        assertThat(api.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not*base64"})
    void clears_a_cookie_that_is_not_ours(String value) {
        assertCleared(edge.get("/session", "Cookie", "pmt_session=" + value));
        assertCleared(edge.get("/api/v1/projects", "Cookie", "pmt_session=" + value));
    }

    @Test
    void clears_a_cookie_that_was_tampered_with() {
        var good = browser.signIn().sessionCookie();
        for (var at : new int[] {0, 1, 20, good.length() / 2, good.length() - 2}) {
            var changed = good.substring(0, at) + (good.charAt(at) == 'A' ? 'B' : 'A') + good.substring(at + 1);
            assertCleared(edge.get("/session", "Cookie", "pmt_session=" + changed));
        }
        assertCleared(edge.get("/session", "Cookie", "pmt_session=" + good.substring(0, 100)));
    }

    @Test
    void does_not_take_another_kind_of_cookie_for_a_session() {
        browser.get("/session/sign-in");
        var response = edge.get("/session/sign-in");
        var attempt = response.headers().firstValue("set-cookie").orElseThrow().replaceAll("^[^=]*=|;.*$", "");

        assertCleared(edge.get("/session", "Cookie", "pmt_session=" + attempt));
    }

    private static void assertCleared(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("set-cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("pmt_session=;").contains("Max-Age=0"));
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

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "own,         same-origin, 200",
                "own,         -,           200",
                "-,           same-origin, 200",
                "-,           -,           403",
                "null,        -,           403",
                "null,        same-origin, 403",
                "http://evil, -,           403",
                "http://evil, same-origin, 403",
                "own,         cross-site,  403",
                "own,         same-site,   403",
                "own,         none,        403",
                "-,           none,        403",
            })
    void lets_only_its_own_pages_write_with_a_session(String origin, String site, int expected) {
        browser.signIn();
        for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            var request = edge.to("/api/v1/projects").method(method, BodyPublishers.noBody());
            if (origin != null) {
                request.header("Origin", origin.equals("own") ? edge.url().toString() : origin);
            }
            if (site != null) {
                request.header("Sec-Fetch-Site", site);
            }
            assertThat(browser.send(request).statusCode()).as(method).isEqualTo(expected);
        }
    }

    @Test
    void lets_reads_and_bearer_writes_come_from_anywhere() {
        browser.signIn();
        assertThat(browser.get("/api/v1/projects", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(200);

        var write = edge.to("/api/v1/projects")
                .POST(BodyPublishers.noBody())
                .headers("Authorization", "Bearer mine", "Origin", "http://evil", "Sec-Fetch-Site", "cross-site");
        assertThat(browser.send(write).statusCode()).isEqualTo(200);
        assertThat(api.last().header("Authorization")).isEqualTo("Bearer mine");
    }

    @Test
    void refreshes_once_however_many_ask() {
        auth.accessTokensLive(Duration.ofSeconds(30));
        var cookie = browser.signIn().sessionCookie();
        auth.accessTokensLive(Duration.ofMinutes(5));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (var request = 0; request < 50; request++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> edge.get("/api/v1/projects", "Cookie", "pmt_session=" + cookie), threads));
            }
            assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(200);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().headers().firstValue("set-cookie"))
                            .isPresent());
        }
        assertThat(auth.refreshes()).isEqualTo(1);
        assertThat(edge.get("/api/v1/projects", "Cookie", "pmt_session=" + cookie)
                        .statusCode())
                .isEqualTo(200);
        assertThat(auth.refreshes()).isEqualTo(1);
    }

    @Test
    void a_refreshed_session_goes_on() {
        auth.accessTokensLive(Duration.ofSeconds(30));
        browser.signIn();
        var before = browser.sessionCookie();

        assertThat(browser.get("/session").statusCode()).isEqualTo(200);
        assertThat(browser.sessionCookie()).isNotEqualTo(before).isNotEmpty();
        assertThat(browser.get("/session").statusCode()).isEqualTo(200);
        assertThat(auth.refreshes()).isEqualTo(2);
    }

    @Test
    void ends_a_session_that_auth_refuses_to_refresh() {
        auth.accessTokensLive(Duration.ofSeconds(30));
        browser.signIn();
        auth.revokeAll();

        assertCleared(browser.get("/api/v1/projects"));
        assertThat(browser.cookieNames()).isEmpty();
    }

    @Test
    void uses_the_old_token_while_auth_is_down_and_then_says_so() {
        auth.accessTokensLive(Duration.ofSeconds(5));
        browser.signIn();
        auth.breakDown(true);

        assertThat(browser.get("/api/v1/projects").statusCode()).isEqualTo(200);
        Awaitility.await().until(() -> browser.get("/api/v1/projects").statusCode() == 503);
        assertThat(browser.get("/session").statusCode()).isEqualTo(503);

        auth.breakDown(false);
        assertThat(browser.get("/api/v1/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void signs_out_here_and_at_auth() {
        browser.signIn();
        var stolen = browser.sessionCookie();

        var response = browser.post("/session/sign-out");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("location").orElseThrow())
                .startsWith(edge.url() + "/connect/logout?id_token_hint=eyJ")
                .contains("client_id=pmt-edge", "post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A");
        assertThat(browser.cookieNames()).isEmpty();
        assertThat(auth.liveRefreshTokens()).isZero();
        assertCleared(edge.get("/session", "Cookie", "pmt_session=" + stolen));
    }

    @Test
    void signs_out_even_while_auth_is_down() {
        browser.signIn();
        auth.breakDown(true);

        assertThat(browser.post("/session/sign-out").statusCode()).isEqualTo(303);
        assertThat(browser.cookieNames()).isEmpty();
    }

    @Test
    void signing_out_without_a_session_leads_home() {
        var response = browser.post("/session/sign-out");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("location")).contains("/");
    }

    @Test
    void no_other_site_can_sign_somebody_out() {
        browser.signIn();

        var response = browser.send(
                edge.to("/session/sign-out").POST(BodyPublishers.noBody()).header("Origin", "http://evil"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(browser.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void knows_its_doors_and_their_methods() {
        assertThat(edge.get("/session/other").statusCode()).isEqualTo(404);
        var wrong = edge.get("/session/sign-out");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("allow")).contains("POST");
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
