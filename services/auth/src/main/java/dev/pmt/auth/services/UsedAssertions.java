package dev.pmt.auth.services;

import dev.pmt.auth.credentials.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The ids of key proofs that were used and have not expired, in the table {@code used_assertions}. */
@Repository
class UsedAssertions {

    // Longer than the clock skew for which an expired proof still counts.
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedAssertions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes the id; answers false when it was used before, so of two at once only one gets through. */
    boolean first(String client, String id, Instant expiresAt) {
        return jdbc.sql("""
                        insert into used_assertions (client, id_hash, expires_at) values (:client, :hash, :expiresAt)
                        on conflict do nothing
                        """)
                        .param("client", client)
                        .param("hash", Sha256.of(id))
                        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Forgets what has expired. */
    @Scheduled(fixedDelayString = "${pmt.auth.tokens.prune:1h}")
    void prune() {
        jdbc.sql("delete from used_assertions where expires_at < :before")
                .param("before", clock.instant().minus(SLACK).atOffset(ZoneOffset.UTC))
                .update();
    }
}
