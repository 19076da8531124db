package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.Contract;
import dev.pmt.shared.contracts.Fuzz;
import dev.pmt.shared.contracts.OpenApi;
import dev.pmt.shared.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FuzzTest {

    private static final Path CONTRACT = Path.of("contract", "openapi.yaml");
    private static final Path DOORS = Path.of("src", "test", "resources", "doors.yml");
    private static final long USUAL_SEED = 940_117;
    private static final int USUAL_REQUESTS = 3_000;
    private static final int REQUESTS_OF_A_WORLD = 200;

    /** Hashing is not what is tried here, nor are pauses for all, which would end the trying. */
    private static final Map<String, String> QUICK = Map.of(
            "pmt.auth.password.memory", "64KB",
            "pmt.auth.password.iterations", "1",
            "pmt.auth.throttle.per-account", "1",
            "pmt.auth.throttle.per-address", "1000000");

    private static RunningAuth auth;

    @BeforeAll
    static void start() {
        auth = RunningAuth.on(TestDatabase.fresh("auth"), QUICK);
        Person.administrator(auth);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void finds_no_server_error_no_undeclared_answer_and_no_secret_at_the_users_doors() {
        var fuzz = new Fuzz(OpenApi.read(CONTRACT), new Contract(CONTRACT), USUAL_SEED, USUAL_REQUESTS);

        var report = fuzz.run(auth.address(), Fuzz.anewAfter(REQUESTS_OF_A_WORLD, n -> new UsersWorld(auth)));

        assertThat(report.shownFaults()).as(report.histogram()).isEmpty();
        assertThat(report.statuses()).containsKeys(200, 201, 204, 400, 401, 403, 404, 409, 412, 428, 429);
        assertThat(report.own()).isPositive();
    }

    @Test
    void finds_no_server_error_and_no_secret_at_the_doors_of_pages_and_tokens() {
        var fuzz = new Fuzz(OpenApi.read(DOORS), (request, response) -> Optional.empty(), USUAL_SEED, USUAL_REQUESTS);

        var report = fuzz.run(auth.address(), Fuzz.anewAfter(REQUESTS_OF_A_WORLD, n -> new DoorsWorld(auth)));

        assertThat(report.shownFaults()).as(report.histogram()).isEmpty();
        assertThat(report.statuses()).containsKeys(200, 302, 303, 400, 401, 403, 410, 422);
        assertThat(report.own()).isPositive();
    }
}
