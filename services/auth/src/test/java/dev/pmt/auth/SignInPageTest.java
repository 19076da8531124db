package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInPageTest {

    private static final String PAGE = "/auth/sign-in";

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
    void signs_in_and_leads_home_when_nothing_else_was_asked_for() {
        var browser = new Browser(auth);

        var answer = browser.submit(PAGE, Map.of("email", " ADA@Example.org ", "password", ada.password()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Http.location(answer)).isEqualTo("/");
        assertThat(Http.location(browser.get(PAGE))).isEqualTo("/");
    }

    @Test
    void leads_nowhere_outside() {
        for (var target :
                new String[] {"https://evil.example/", "//evil.example", "/oauth2/authorize?\\evil", "/other"}) {
            var answer = new Browser(auth)
                    .submit(
                            PAGE + "?continue=" + Http.encode(target),
                            Map.of("email", ada.email(), "password", ada.password()));

            assertThat(Http.location(answer)).as(target).isEqualTo("/");
        }
    }

    @Test
    void answers_the_same_for_a_wrong_password_and_for_nobody() {
        var ina = Person.invited(auth, "Ina", "member");
        auth.execute("update users set active = false where id = ?", UUID.fromString(ina.id()));
        var invitedOnly = Http.send(Http.bearer(
                Http.postJson(
                        auth, "/api/v1/users", "{\"name\":\"Ian\",\"email\":\"ian@example.org\",\"role\":\"member\"}"),
                Person.token(auth, ada.email())));
        assertThat(invitedOnly.statusCode()).isEqualTo(201);

        var wrong = failure(ada.email(), "not the password");

        assertThat(wrong).contains("The e-mail address or the password is wrong.");
        assertThat(failure("nobody@example.org", "not the password")).isEqualTo(wrong);
        assertThat(failure(ina.email(), ina.password())).isEqualTo(wrong);
        assertThat(failure("ian@example.org", "not the password")).isEqualTo(wrong);
    }

    @Test
    void asks_for_both_fields() {
        assertThat(failure("ada@example.org", "")).contains("Enter your e-mail address and your password.");
        assertThat(failure("nonsense", "x")).contains("Enter your e-mail address and your password.");
    }

    @Test
    void pauses_one_account_for_one_address_after_ten_failures() {
        var tom = Person.invited(auth, "Tom", "member");
        for (int i = 0; i < 10; i++) {
            assertThat(new Browser(auth)
                            .submit(PAGE, Map.of("email", tom.email(), "password", "wrong " + i))
                            .statusCode())
                    .isEqualTo(422);
        }

        var paused = new Browser(auth).signIn(tom);

        assertThat(paused.statusCode()).isEqualTo(429);
        assertThat(paused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(paused.body()).contains("Too many tries in a row. Wait");
        assertThat(new Browser(auth).signIn(ada).statusCode()).isEqualTo(303);
        assertThat(fromElsewhere(tom)).isEqualTo(303);
    }

    @Test
    void refuses_a_form_without_its_token() {
        var answer = Http.send(Http.postForm(auth, PAGE, Map.of("email", ada.email(), "password", ada.password())));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form is out of date");
    }

    @Test
    void gives_a_session_only_to_who_signed_in_and_under_a_new_id() {
        var browser = new Browser(auth, Map.of("pmt_auth", "planted"));
        browser.get(PAGE);
        assertThat(browser.cookies()).containsEntry("pmt_auth", "planted").containsKey("pmt_auth_csrf");

        var answer = browser.signIn(ada);

        assertThat(browser.cookies().get("pmt_auth")).isNotEqualTo("planted");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("pmt_auth=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Secure"));
    }

    @Test
    void marks_cookies_secure_when_browsers_come_over_tls() {
        try (var tls = RunningAuth.on(
                dev.pmt.shared.testing.TestDatabase.fresh("auth"), Map.of("pmt.url", "https://pmt.example.org"))) {
            var owner = Person.administrator(tls);
            var browser = new Browser(tls);

            assertThat(browser.get(PAGE).headers().allValues("Set-Cookie"))
                    .hasSize(1)
                    .allSatisfy(cookie ->
                            assertThat(cookie).startsWith("pmt_auth_csrf=").contains("Secure"));
            assertThat(browser.signIn(owner).headers().allValues("Set-Cookie"))
                    .anySatisfy(
                            cookie -> assertThat(cookie).startsWith("pmt_auth=").contains("Secure"));
            assertThat(Http.json(Http.get(tls, "/.well-known/openid-configuration"))
                            .get("issuer")
                            .stringValue())
                    .isEqualTo("https://pmt.example.org");
        }
    }

    @Test
    void shows_a_page_without_script_that_no_other_site_can_frame() {
        var page = Http.get(auth, PAGE);

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body())
                .contains("<html lang=\"en\">", "<label for=\"email\">", "autocomplete=\"current-password\"")
                .doesNotContain("<script", "style=", "http://", "https://");
    }

    @Test
    void serves_its_style_sheet() {
        var css = Http.get(auth, "/auth/assets/auth.css");

        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        assertThat(css.body()).contains("light-dark(");
    }

    @Test
    void knows_nothing_else() {
        for (var path : new String[] {
            "/",
            "/auth",
            "/auth/other",
            "/auth/assets/",
            "/auth/assets/other.css",
            "/login",
            "/oauth2/introspect",
            "/oauth2/device_authorization",
            "/.well-known/oauth-authorization-server",
            "/connect/register",
            "/api/v1/tasks",
            "/actuator",
            "/actuator/env",
            "/error",
            "/internal/other"
        }) {
            assertThat(Http.get(auth, path).statusCode()).as(path).isIn(404, 401);
        }
        assertThat(Http.get(auth, "/auth/other").body()).contains("There is nothing here");
        assertThat(Http.get(auth, "/login").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        var browser = new Browser(auth);
        browser.signIn(ada);
        assertThat(browser.get("/auth/other").statusCode()).isEqualTo(404);
    }

    @Test
    void tells_its_health_and_version() {
        assertThat(Http.json(Http.get(auth, "/actuator/health")).get("status").stringValue())
                .isEqualTo("UP");
        assertThat(Http.json(Http.get(auth, "/actuator/info")).has("version")).isTrue();
    }

    /** Signs in without success and returns the page, without what differs each time. */
    private static String failure(String email, String password) {
        var answer = new Browser(auth).submit(PAGE, Map.of("email", email, "password", password));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replace("value=\"" + org.springframework.web.util.HtmlUtils.htmlEscape(email) + "\"", "");
    }

    private static int fromElsewhere(Person person) {
        var browser = new Browser(auth);
        var fields = new java.util.HashMap<>(Browser.hidden(browser.get(PAGE).body()));
        fields.put("email", person.email());
        fields.put("password", person.password());
        return browser.send(Http.postForm(auth, PAGE, fields).setHeader("X-Forwarded-For", "198.51.100.9"))
                .statusCode();
    }
}
