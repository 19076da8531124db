package dev.pmt.notifications.live;

import dev.pmt.shared.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets that open one socket each, within seconds and in any process; the schema holds their hashes only. */
@Repository
class Tickets {

    private static final int BYTES = 32;

    private static final String ADD = """
            INSERT INTO live_ticket (hash, user_id, expires_at)
            SELECT :hash, :user, :expires
             WHERE (SELECT count(*) FROM live_ticket WHERE user_id = :user AND expires_at > :now) < :most
            """;

    private static final String TAKE =
            "DELETE FROM live_ticket WHERE hash = :hash AND expires_at > :now RETURNING user_id";

    private static final String PRUNE = "DELETE FROM live_ticket WHERE expires_at <= :now";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final LiveSettings settings;
    private final Clock clock;

    Tickets(JdbcClient jdbc, LiveSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a ticket for a user. @throws ProblemException 429 when too many of theirs lie unused */
    String issue(UUID user) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var now = OffsetDateTime.now(clock);
        var added = jdbc.sql(ADD)
                .param("hash", hash(ticket))
                .param("user", user)
                .param("expires", now.plus(settings.ticket()))
                .param("now", now)
                .param("most", settings.tickets())
                .update();
        if (added == 0) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-tickets",
                    "Too many tickets of yours are unused; wait until they expire.",
                    settings.ticket());
        }
        return ticket;
    }

    /** Returns whose ticket it is, once; empty when it was used, is too old or never was one. */
    Optional<UUID> take(String ticket) {
        return jdbc.sql(TAKE)
                .param("hash", hash(ticket))
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional();
    }

    void prune() {
        jdbc.sql(PRUNE).param("now", OffsetDateTime.now(clock)).update();
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }
}
