package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.data.Fence;
import dev.pmt.shared.data.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service on a database that may not write its schema. */
class FencedTest {

    @Test
    void reads_go_on_and_writes_are_answered_with_503_while_another_database_holds_the_schema() throws SQLException {
        try (var api = RunningApi.start()) {
            var ana = api.person();
            var project = ana.project();

            handOver(api, new Place("1/elsewhere"));

            refusesWrites(ana, project);
            try (var stranger = RunningApi.startOn(api.database(), Map.of())) {
                refusesWrites(new Client(stranger, ana.id(), stranger.tokens().token(ana.id(), "member")), project);
            }
        }
    }

    private static void refusesWrites(Client ana, String project) {
        ana.get("/projects/" + project).expect(200);
        var refused = ana.post("/projects/" + project + "/tasks", "{\"title\":\"Late\"}")
                .expect(503, "writes-moved");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        ana.post("/projects/" + project + "/tasks", "{\"title\":\"Late\"}", "Idempotency-Key", "late")
                .expect(503, "writes-moved");
        assertThat(ana.get("/projects/" + project + "/tasks?limit=100").each("/items", "title"))
                .isEmpty();
    }

    private static void handOver(RunningApi api, Place place) throws SQLException {
        try (var connection = api.database().connect()) {
            connection.setAutoCommit(false);
            new Fence("api").handOver(connection, place, Duration.ofSeconds(10));
            connection.commit();
        }
    }
}
