package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class SignOutTest extends BrowserCase {

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
}
