package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {

    @Test
    void is_told_to_people_and_programs_and_needs_no_restart() throws SQLException {
        try (var auth = RunningAuth.on(TestDatabase.fresh("auth"), Map.of("pmt.database.connection-timeout", "2s"))) {
            var ada = Person.administrator(auth);
            var token = Person.token(auth, ada.email());
            connections(auth, false);

            var page = new Browser(auth).signIn(ada);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Something went wrong", "</html>");
            var api = Http.send(Http.bearer(Http.to(auth, "/api/v1/users/me").GET(), token));
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("Retry-After")).isPresent();

            connections(auth, true);
            await().untilAsserted(() ->
                    assertThat(new Browser(auth).signIn(ada).statusCode()).isEqualTo(303));
        }
    }

    private static void connections(RunningAuth auth, boolean allowed) throws SQLException {
        var name = auth.database().name();
        try (var superuser = TestDatabase.server();
                var statement = superuser.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + allowed);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        }
    }
}
