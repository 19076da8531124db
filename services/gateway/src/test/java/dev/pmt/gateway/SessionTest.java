package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest extends BrowserCase {

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
    void knows_its_doors_and_their_methods() {
        assertThat(edge.get("/session/other").statusCode()).isEqualTo(404);
        var wrong = edge.get("/session/sign-out");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("allow")).contains("POST");
    }
}
