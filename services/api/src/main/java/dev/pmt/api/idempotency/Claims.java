package dev.pmt.api.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys in use and the answers kept. */
@Repository
class Claims {

    private static final String TAKE = """
            INSERT INTO idempotent_request AS r (user_id, scope, claim, fingerprint, lease_until, created_at)
            VALUES (:user, :scope, :claim, :fingerprint, :until, :now)
            ON CONFLICT (user_id, scope) DO UPDATE
               SET claim = excluded.claim, fingerprint = excluded.fingerprint,
                   lease_until = excluded.lease_until, created_at = excluded.created_at
             WHERE r.status IS NULL AND r.lease_until < :now
            """;

    private static final String FIND = """
            SELECT fingerprint, status, content_type, location, etag, body
              FROM idempotent_request
             WHERE user_id = :user AND scope = :scope
            """;

    private static final String RENEW = """
            UPDATE idempotent_request SET lease_until = :until
             WHERE user_id = :user AND scope = :scope AND claim = :claim AND status IS NULL
            """;

    private static final String KEEP = """
            UPDATE idempotent_request
               SET fingerprint = :fingerprint, status = :status, content_type = :contentType, location = :location,
                   etag = :etag, body = :body
             WHERE user_id = :user AND scope = :scope AND claim = :claim AND status IS NULL
            """;

    private static final String RELEASE = """
            DELETE FROM idempotent_request
             WHERE user_id = :user AND scope = :scope AND claim = :claim AND status IS NULL
            """;

    private static final String PRUNE = "DELETE FROM idempotent_request WHERE created_at < :before";

    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final IdempotencySettings settings;

    Claims(JdbcClient jdbc, Supplier<UUID> ids, Clock clock, IdempotencySettings settings) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Takes the key, or says who has it. The fingerprint of a streamed body is null until it was read. */
    Claim take(RequestScope scope, @Nullable String fingerprint) {
        var claim = new Claim.Mine(scope, ids.get());
        var taken = mine(TAKE, claim)
                .param("fingerprint", fingerprint)
                .param("until", leaseEnd())
                .param("now", now())
                .update();
        return taken == 1 ? claim : find(scope).orElseGet(() -> new Claim.InUse(null));
    }

    /** Keeps a claim whose work takes long. */
    void renew(Claim.Mine claim) {
        mine(RENEW, claim).param("until", leaseEnd()).update();
    }

    /** Stores the answer; false when another attempt has taken over. */
    boolean keep(Claim.Mine claim, String fingerprint, KeptAnswer answer) {
        return mine(KEEP, claim)
                        .param("fingerprint", fingerprint)
                        .param("status", answer.status())
                        .param("contentType", answer.contentType())
                        .param("location", answer.location())
                        .param("etag", answer.etag())
                        .param("body", answer.body())
                        .update()
                == 1;
    }

    /** Gives the key back after work that changed nothing. */
    void release(Claim.Mine claim) {
        mine(RELEASE, claim).update();
    }

    /** Deletes what is older than answers are kept; returns how many. */
    int prune() {
        return jdbc.sql(PRUNE).param("before", now().minus(settings.keep())).update();
    }

    private Optional<Claim> find(RequestScope scope) {
        return jdbc.sql(FIND)
                .param("user", scope.user())
                .param("scope", scope.hash())
                .query(Claims::row)
                .optional();
    }

    private JdbcClient.StatementSpec mine(String sql, Claim.Mine claim) {
        return jdbc.sql(sql)
                .param("user", claim.scope().user())
                .param("scope", claim.scope().hash())
                .param("claim", claim.id());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private OffsetDateTime leaseEnd() {
        return now().plus(settings.lease());
    }

    private static Claim row(ResultSet row, int number) throws SQLException {
        var status = row.getInt("status");
        if (row.wasNull()) {
            return new Claim.InUse(row.getString("fingerprint"));
        }
        var answer = new KeptAnswer(
                status,
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body"));
        return new Claim.Done(Objects.requireNonNull(row.getString("fingerprint")), answer);
    }
}
