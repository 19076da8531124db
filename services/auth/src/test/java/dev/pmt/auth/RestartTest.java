package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.service.ServiceStartException;
import dev.pmt.shared.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestartTest {

    private static final String LOGGING_SYSTEM = "org.springframework.boot.logging.LoggingSystem";

    @Test
    void keeps_keys_and_sessions_over_a_restart() {
        String keysBefore;
        String refreshToken;
        String accessToken;
        var auth = RunningAuth.start();
        try (var first = auth) {
            var ada = Person.administrator(first);
            var tokens = CodeFlow.tokens(first, ada);
            keysBefore = Http.get(first, "/oauth2/jwks").body();
            refreshToken = tokens.get("refresh_token").stringValue();
            accessToken = tokens.get("access_token").stringValue();
        }

        try (var second = RunningAuth.on(auth.database(), Map.of())) {
            assertThat(Http.get(second, "/oauth2/jwks").body()).isEqualTo(keysBefore);
            assertThat(Http.send(Http.bearer(Http.to(second, "/api/v1/users/me").GET(), accessToken))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(CodeFlow.refresh(second, refreshToken).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void lets_somebody_finish_a_form_that_was_open_during_a_restart() {
        var auth = RunningAuth.start();
        Person ada;
        String page;
        Map<String, String> cookies;
        try (var first = auth) {
            ada = Person.administrator(first);
            var browser = new Browser(first);
            page = browser.get("/auth/sign-in").body();
            cookies = browser.cookies();
        }

        try (var second = RunningAuth.on(auth.database(), Map.of())) {
            var browser = new Browser(second, cookies);
            var answer = browser.post("/auth/sign-in", page, Map.of("email", ada.email(), "password", ada.password()));

            assertThat(answer.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void keeps_private_keys_sealed_and_says_so_when_the_secret_is_another() {
        var auth = RunningAuth.start();
        auth.close();

        assertThat(auth.value("select encode(private_key_sealed, 'escape') from signing_keys"))
                .doesNotContain("RSA");
        assertThatThrownBy(() -> RunningAuth.on(
                        auth.database(), Map.of("pmt.auth.key-secret", "another-secret-0123456789-0123456789")))
                .isInstanceOf(ServiceStartException.class)
                .hasStackTraceContaining("pmt.auth.key-secret must be the one that signing key");
    }

    @Test
    void starts_with_one_key_when_two_processes_start_together() throws Exception {
        var database = TestDatabase.fresh("auth");
        RunningAuth.on(database, Map.of()).close();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from signing_keys");
        }

        // Two processes would not share a logging system; in this one JVM it must not be initialised twice at a time.
        System.setProperty(LOGGING_SYSTEM, "none");
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> RunningAuth.on(database, Map.of()));
            var two = threads.submit(() -> RunningAuth.on(database, Map.of()));
            try (var first = one.get();
                    var second = two.get()) {
                assertThat(Http.get(first, "/oauth2/jwks").body())
                        .isEqualTo(Http.get(second, "/oauth2/jwks").body());
            }
        } finally {
            System.clearProperty(LOGGING_SYSTEM);
        }
    }

    @Test
    void names_a_secret_that_is_too_short() {
        assertThatThrownBy(() -> RunningAuth.on(TestDatabase.fresh("auth"), Map.of("pmt.edge.client-secret", "short")))
                .hasStackTraceContaining("pmt.edge.client-secret must have at least 32 characters");
    }
}
