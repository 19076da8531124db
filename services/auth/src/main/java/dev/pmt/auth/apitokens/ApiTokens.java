package dev.pmt.auth.apitokens;

import dev.pmt.auth.users.Access;
import dev.pmt.auth.users.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** All personal API tokens, in the table {@code api_tokens}; a revoked one leaves no row. */
@Repository
class ApiTokens implements Access {

    private final JdbcClient jdbc;
    private final ApiTokenSettings settings;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, ApiTokenSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    List<ApiToken> of(UserId owner) {
        return jdbc.sql("select * from api_tokens where user_id = :owner order by id desc")
                .param("owner", owner.value())
                .query(ApiTokens::token)
                .list();
    }

    void add(ApiToken token, TokenSecret secret) {
        jdbc.sql("""
                        insert into api_tokens (id, user_id, token_hash, name, scopes, created_at, expires_at)
                        values (:id, :owner, :hash, :name, :scopes, :createdAt, :expiresAt)
                        """)
                .param("id", token.id())
                .param("owner", token.owner().value())
                .param("hash", secret.hash())
                .param("name", token.name())
                .param("scopes", token.scopes().contains(Scope.WRITE) ? "read write" : "read")
                .param("createdAt", utc(token.createdAt()))
                .param("expiresAt", utc(token.expiresAt()))
                .update();
    }

    /** Removes a token; answers false when the person has no such token. */
    boolean revoke(UserId owner, UUID id) {
        return jdbc.sql("delete from api_tokens where user_id = :owner and id = :id")
                        .param("owner", owner.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void endFor(UserId owner) {
        jdbc.sql("delete from api_tokens where user_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    /** Finds the token with this secret, unless it has expired, and notes its use to the minute. */
    Optional<ApiToken> use(TokenSecret secret) {
        var now = clock.instant();
        var found = jdbc.sql("select * from api_tokens where token_hash = :hash and expires_at > :now")
                .param("hash", secret.hash())
                .param("now", utc(now))
                .query(ApiTokens::token)
                .optional();
        found.filter(token -> token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minusSeconds(60)))
                .ifPresent(token -> jdbc.sql("update api_tokens set last_used_at = :now where id = :id")
                        .param("now", utc(now))
                        .param("id", token.id())
                        .update());
        return found;
    }

    /** Forgets tokens that expired long ago. */
    @Scheduled(fixedDelayString = "${pmt.auth.tokens.prune:1h}")
    void prune() {
        jdbc.sql("delete from api_tokens where expires_at < :before")
                .param("before", utc(clock.instant().minus(settings.shown())))
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("name"),
                row.getString("scopes").equals("read") ? Scope.READ_ONLY : Scope.ALL,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
