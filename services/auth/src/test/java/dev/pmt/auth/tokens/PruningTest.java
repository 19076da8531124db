package dev.pmt.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.pmt.shared.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PruningTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void removes_expired_authorizations_and_no_others() {
        var database = TestDatabase.fresh("auth");
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(database.url());
            source.setUsername(database.user());
            source.setPassword(database.password());
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/auth")
                    .schemas("auth")
                    .load()
                    .migrate();
            var jdbc = JdbcClient.create(source);
            jdbc.sql("""
                            with u as (insert into users (id, email, name, role, created_at)
                                       values (gen_random_uuid(), 'a@b', 'A', 'member', now()) returning id)
                            insert into authorizations (id, client, user_id, scopes, signed_in_at, redirect_uri,
                                                        code_challenge, expires_at, version)
                            select e.id, 'pmt-edge', u.id, 'openid', now(), 'x', 'y', cast(e.expires as timestamptz), 1
                              from u, (values ('old', '2026-05-31T23:59:59Z'), ('new', '2026-06-01T00:00:01Z')) e(id, expires)
                            """).update();
            var store = new AuthorizationStore(
                    jdbc,
                    new TokenSettings(
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofDays(30),
                            Duration.ofMinutes(1),
                            Duration.ofHours(1)),
                    Clock.fixed(NOW, ZoneOffset.UTC));

            store.prune();

            assertThat(jdbc.sql("select id from authorizations")
                            .query(String.class)
                            .list())
                    .containsExactly("new");
        }
    }
}
