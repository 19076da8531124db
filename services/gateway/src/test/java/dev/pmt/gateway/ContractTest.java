package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import dev.pmt.gateway.admin.FlagDoor;
import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.session.SessionDoor;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final String CONTRACT = "contract/openapi.yaml";

    private final Edge edge = Edge.start(Map.of());
    private final OpenIdProvider auth = new OpenIdProvider().behind(edge);
    private final Browser browser = new Browser(edge);

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
    }

    @Test
    void serves_every_operation_and_no_other_method() {
        var paths = new OpenAPIV3Parser().read(CONTRACT).getPaths();

        var token = auth.personalTokens().issue();
        auth.personalTokens().jwtsSay("admin", "read write");
        assertThat(paths).hasSize(8);
        paths.forEach((path, item) -> {
            assertThat(SessionDoor.covers(path) || FlagDoor.covers(path)).isTrue();
            var served = item.readOperationsMap();
            for (var method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
                var status = edge.send(edge.to(path.replace("{key}", "some-flag"))
                                .header("Authorization", "Bearer " + token)
                                .method(method, BodyPublishers.noBody())
                                .build())
                        .statusCode();
                var known = served.keySet().stream().anyMatch(it -> it.name().equals(method));
                assertThat(status != 405).as(method + " " + path).isEqualTo(known);
            }
        });
    }

    @Test
    void answers_as_the_contract_says() throws IOException {
        assertValid("/session", Request.Method.GET, edge.get("/session"), 401);
        assertValid("/session/sign-in", Request.Method.GET, edge.get("/session/sign-in"), 303);
        assertValid("/session/callback", Request.Method.GET, edge.get("/session/callback"), 400);
        var foreign = edge.to("/session/sign-out").POST(BodyPublishers.noBody()).build();
        assertValid("/session/sign-out", Request.Method.POST, edge.send(foreign), 403);

        browser.signIn();
        assertValid("/session", Request.Method.GET, browser.get("/session"), 200);
        assertValid("/session/sign-out", Request.Method.POST, browser.post("/session/sign-out"), 303);
    }

    private static void assertValid(String path, Request.Method method, HttpResponse<String> response, int expected)
            throws IOException {
        assertThat(response.statusCode()).isEqualTo(expected);
        var contract = OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(Path.of(CONTRACT)))
                .build();
        var answer = new SimpleResponse.Builder(response.statusCode()).withBody(response.body());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        assertThat(contract.validateResponse(path, method, answer.build()).getMessages())
                .isEmpty();
    }
}
