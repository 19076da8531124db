package dev.pmt.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.RightsTable;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestTokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RightsTest {

    private static final Map<String, String> PATHS =
            Map.of("alive", "/alive", "status", "/api/status", "getMap", "/api/v1/admin/map");
    private static final TestTokens TOKENS = new TestTokens();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static RunningService health;

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(HealthServiceTest.settings("http://127.0.0.1:1"));
        settings.putAll(TOKENS.settings());
        health = new HealthService().start(new ServiceSettings(settings));
    }

    @AfterAll
    static void stop() {
        health.close();
        TOKENS.close();
    }

    @TestFactory
    Stream<DynamicTest> are_as_in_the_table() {
        var cells = RightsTable.cells(
                Path.of("contract", "openapi.yaml"), Path.of("src", "test", "resources", "rights.yml"));
        assertThat(cells).hasSizeGreaterThanOrEqualTo(24);
        var tokens = TOKENS.callers();
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> {
                    var request = HttpRequest.newBuilder(health.address().resolve(PATHS.get(cell.operation())));
                    var token = tokens.get(cell.actor());
                    if (!token.isEmpty()) {
                        request.header("Authorization", "Bearer " + token);
                    }
                    var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());

                    assertThat(cell.accepts(answer.statusCode()))
                            .as(answer.body())
                            .isTrue();
                    assertThat(answer.body()).contains(cell.code() == null ? "{\"" : cell.code());
                }));
    }
}
