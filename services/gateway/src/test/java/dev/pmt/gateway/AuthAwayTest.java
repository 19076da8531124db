package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.ManualClock;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What users see while auth is away: who is signed in goes on, then is told so; auth is asked less. */
class AuthAwayTest {

    private static final Duration LIFE = Duration.ofSeconds(50);

    private final ManualClock clock = new ManualClock();
    private final Edge edge = Edge.start(Map.of("pmt.edge.loops", "1"), clock);
    private final OpenIdProvider auth = new OpenIdProvider().behind(edge).accessTokensLive(LIFE);
    private final Backend api = Backend.named("api");
    private final Browser browser = new Browser(edge);

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
        api.close();
    }

    @Test
    void a_signed_in_user_goes_on_until_the_token_ends_and_auth_is_left_alone_until_it_is_back() {
        edge.with("api", api.address());
        browser.signIn();
        auth.breakDown(true);
        var before = auth.backend().seen().size();

        for (var request = 0; request < 20; request++) {
            assertThat(browser.get("/api/v1/projects").body()).isEqualTo("api");
        }
        assertThat(auth.backend().seen().size() - before).isBetween(5, 10);

        clock.pass(LIFE.plusSeconds(1));
        var over = browser.get("/api/v1/projects");
        assertThat(over.statusCode()).isEqualTo(503);
        assertThat(over.headers().firstValue("Retry-After")).isPresent();
        assertThat(over.body()).contains("\"code\":\"service-unavailable\"");
        assertThat(browser.get("/session").statusCode()).isEqualTo(503);

        auth.breakDown(false);
        await().untilAsserted(
                        () -> assertThat(browser.get("/api/v1/projects").body()).isEqualTo("api"));
    }
}
