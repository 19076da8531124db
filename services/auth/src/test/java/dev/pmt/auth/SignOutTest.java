package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignOutTest {

    private static final String HOME = "http://localhost:8080/";

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
    void ends_session_and_refresh_token_and_leads_home() {
        var browser = new Browser(auth);
        var tokens = signIn(browser);

        var answer = browser.get(logout(tokens, HOME));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Http.location(answer)).isEqualTo(HOME);
        assertThat(refresh(tokens)).isEqualTo(400);
        assertThat(browser.get(new CodeFlow(auth).authorizePath()).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith("/auth/sign-in"));
    }

    @Test
    void leaves_other_browsers_of_the_same_person_signed_in() {
        var laptop = new Browser(auth);
        var phone = new Browser(auth);
        var onLaptop = signIn(laptop);
        var onPhone = signIn(phone);

        assertThat(laptop.get(logout(onLaptop, HOME)).statusCode()).isEqualTo(302);

        assertThat(refresh(onPhone)).isEqualTo(200);
        assertThat(phone.get("/auth/sign-in").statusCode()).isEqualTo(303);
    }

    @Test
    void accepts_the_id_token_from_before_a_refresh() {
        var browser = new Browser(auth);
        var tokens = signIn(browser);
        CodeFlow.refresh(auth, tokens.get("refresh_token").stringValue());

        assertThat(Http.location(browser.get(logout(tokens, HOME)))).isEqualTo(HOME);
    }

    @Test
    void never_leads_to_an_address_that_is_not_registered() {
        var browser = new Browser(auth);
        var tokens = signIn(browser);

        var answer = browser.get(logout(tokens, "https://elsewhere.example/"));

        assertThat(Http.location(answer)).isEqualTo("/auth/sign-out");
        assertThat(refresh(tokens)).isEqualTo(200);
    }

    @Test
    void asks_first_when_nothing_proves_who_wants_it() {
        var browser = new Browser(auth);
        signIn(browser);

        var answer = browser.get("/connect/logout?id_token_hint=nonsense");
        assertThat(Http.location(answer)).isEqualTo("/auth/sign-out");
        assertThat(browser.get("/auth/sign-out").body()).contains("Sign out of PMT?");

        assertThat(browser.submit("/auth/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/auth/sign-in").statusCode()).isEqualTo(200);
        assertThat(Http.location(browser.get("/auth/sign-out"))).isEqualTo("/");
    }

    private static JsonNode signIn(Browser browser) {
        var flow = new CodeFlow(auth);
        return Http.json(flow.exchange(flow.code(browser, ada)));
    }

    private static String logout(JsonNode tokens, String target) {
        return "/connect/logout?id_token_hint=" + tokens.get("id_token").stringValue() + "&post_logout_redirect_uri="
                + Http.encode(target);
    }

    private static int refresh(JsonNode tokens) {
        return CodeFlow.refresh(auth, tokens.get("refresh_token").stringValue()).statusCode();
    }
}
