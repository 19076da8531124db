package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A browser before an edge that has an auth, an api and a web behind it, anew for each test. */
abstract class BrowserCase {

    final Edge edge = Edge.start(Map.of());
    final OpenIdProvider auth = new OpenIdProvider().behind(edge);
    final Backend api = Backend.named("api");
    final Backend web = Backend.named("web");
    final Browser browser = new Browser(edge);

    BrowserCase() {
        edge.with("api", api.address()).with("web", web.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
        api.close();
        web.close();
    }

    static void assertCleared(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("set-cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("pmt_session=;").contains("Max-Age=0"));
    }
}
