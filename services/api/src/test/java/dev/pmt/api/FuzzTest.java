package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.Fuzz;
import dev.pmt.shared.contracts.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FuzzTest {

    private static final long USUAL_SEED = 722_801;
    private static final int USUAL_REQUESTS = 8_000;

    @Test
    void finds_no_server_error_no_undeclared_answer_and_no_text_of_another_project() {
        try (var api = RunningApi.start(Map.of("pmt.imports.poll", "200ms"))) {
            var world = new ApiWorld(api);
            var fuzz = new Fuzz(OpenApi.read(Client.CONTRACT_FILE), Client.CONTRACT, USUAL_SEED, USUAL_REQUESTS);

            var report = fuzz.run(api.address(), n -> world);

            assertThat(report.shownFaults()).as(report.histogram()).isEmpty();
            assertThat(report.statuses()).containsKeys(200, 201, 202, 400, 404);
            assertThat(report.own()).isPositive();
        }
    }
}
