package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.shared.contracts.RightsTable;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RightsTest {

    private static final Map<String, String> OPERATIONS = Map.of(
            "getSession", "GET /session",
            "signIn", "GET /session/sign-in",
            "completeSignIn", "GET /session/callback",
            "signOut", "POST /session/sign-out");

    private static Edge edge;
    private static OpenIdProvider auth;

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
        auth = new OpenIdProvider().behind(edge);
    }

    @AfterAll
    static void stop() {
        edge.close();
        auth.close();
    }

    @TestFactory
    Stream<DynamicTest> are_as_in_the_table() {
        var cells = RightsTable.cells(
                Path.of("contract", "openapi.yaml"), Path.of("src", "test", "resources", "rights.yml"));
        assertThat(cells).hasSizeGreaterThanOrEqualTo(20);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> {
                    var operation = OPERATIONS.get(cell.operation()).split(" ", 2);
                    var request = edge.to(operation[1]).method(operation[0], BodyPublishers.noBody());
                    var answer = browser(cell.actor()).send(from(cell.actor(), request));

                    assertThat(cell.accepts(answer.statusCode()))
                            .as(answer.body())
                            .isTrue();
                    if (cell.code() != null) {
                        assertThat(answer.body()).contains("\"" + cell.code() + "\"");
                    }
                }));
    }

    private static Browser browser(String actor) {
        var browser = new Browser(edge);
        switch (actor) {
            case "session", "another-site" -> browser.signIn();
            case "forged-cookie" -> browser.setSessionCookie("eyJhbGciOiJub25lIn0.e30.");
            default -> {}
        }
        return browser;
    }

    private static HttpRequest.Builder from(String actor, HttpRequest.Builder request) {
        return switch (actor) {
            case "another-site" -> request.headers("Origin", "http://evil.example", "Sec-Fetch-Site", "cross-site");
            case "bearer-token" ->
                request.headers(
                        "Authorization",
                        "Bearer nonsense",
                        "Origin",
                        edge.url().toString(),
                        "Sec-Fetch-Site",
                        "same-origin");
            default -> request.headers("Origin", edge.url().toString(), "Sec-Fetch-Site", "same-origin");
        };
    }
}
