package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.fixtures.Users;
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
            "signOut", "POST /session/sign-out",
            "listOwnFlags", "GET /session/flags",
            "listFlags", "GET /api/v1/admin/flags",
            "getFlag", "GET /api/v1/admin/flags/there",
            "putFlag", "PUT /api/v1/admin/flags/",
            "deleteFlag", "DELETE /api/v1/admin/flags/",
            "listFlagChanges", "GET /api/v1/admin/flags/there/history");
    private static final String FLAG = "{\"description\":\"a new way\"}";

    private static Edge edge;
    private static OpenIdProvider auth;

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
        auth = new OpenIdProvider().behind(edge);
        makeFlag("there");
    }

    private static void makeFlag(String key) {
        var made = edge.manage("PUT", "/internal/flags/" + key, FLAG, "If-None-Match", "*");
        assertThat(made.statusCode()).isEqualTo(201);
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
        assertThat(cells).hasSizeGreaterThanOrEqualTo(100);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> {
                    var operation = OPERATIONS.get(cell.operation()).split(" ", 2);
                    var answer = browser(cell.actor()).send(from(cell.actor(), request(operation, cell.actor())));

                    assertThat(cell.accepts(answer.statusCode()))
                            .as(answer.body())
                            .isTrue();
                    if (cell.code() != null) {
                        assertThat(answer.body()).contains("\"" + cell.code() + "\"");
                    }
                }));
    }

    private static HttpRequest.Builder request(String[] operation, String actor) {
        return switch (operation[0]) {
            case "PUT" ->
                edge.to(operation[1] + "put-by-" + actor)
                        .PUT(BodyPublishers.ofString(FLAG))
                        .header("If-None-Match", "*");
            case "DELETE" -> {
                makeFlag("gone-by-" + actor);
                yield edge.to(operation[1] + "gone-by-" + actor).DELETE().header("If-Match", "\"1\"");
            }
            default -> edge.to(operation[1]).method(operation[0], BodyPublishers.noBody());
        };
    }

    private static Browser browser(String actor) {
        var browser = new Browser(edge);
        auth.signsInAs(actor.equals("member") ? "member" : "admin");
        switch (actor) {
            case "session", "another-site", "member" -> browser.signIn();
            case "forged-cookie" -> browser.setSessionCookie("eyJhbGciOiJub25lIn0.e30.");
            default -> {}
        }
        return browser;
    }

    private static HttpRequest.Builder from(String actor, HttpRequest.Builder request) {
        return switch (actor) {
            case "another-site" -> request.headers("Origin", "http://evil.example", "Sec-Fetch-Site", "cross-site");
            case "bearer-token" -> own(request, "Bearer nonsense");
            case "forged-jwt" -> own(request, Users.bearer("ada", "admin"));
            case "read-token" -> own(request, personal("admin", "read"));
            case "write-token" -> own(request, personal("admin", "read write"));
            case "member-token" -> own(request, personal("member", "read write"));
            default -> request.headers("Origin", edge.url().toString(), "Sec-Fetch-Site", "same-origin");
        };
    }

    private static HttpRequest.Builder own(HttpRequest.Builder request, String authorization) {
        return request.headers(
                "Authorization", authorization, "Origin", edge.url().toString(), "Sec-Fetch-Site", "same-origin");
    }

    private static String personal(String role, String scope) {
        auth.personalTokens().jwtsSay(role, scope);
        return "Bearer " + auth.personalTokens().issue();
    }
}
