package dev.pmt.auth.tokens;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Repository;

/** The table {@code authorizations}. */
@Repository
class AuthorizationStore {

    /** What a hash may be the hash of, with the query that finds it. */
    enum Kind {
        CODE("select * from authorizations where code_hash = :hash"),
        ACCESS("select * from authorizations where access_hash = :hash"),
        REFRESH("select * from authorizations where refresh_hash = :hash");

        private final String query;

        Kind(String query) {
            this.query = query;
        }
    }

    private final JdbcClient jdbc;
    private final TokenSettings settings;
    private final Clock clock;

    AuthorizationStore(JdbcClient jdbc, TokenSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<AuthorizationRow> find(String id) {
        return jdbc.sql("select * from authorizations where id = :id")
                .param("id", id)
                .query(AuthorizationRow::read)
                .optional();
    }

    Optional<AuthorizationRow> find(Kind kind, TokenHash hash) {
        return jdbc.sql(kind.query)
                .param("hash", hash.bytes())
                .query(AuthorizationRow::read)
                .optional();
    }

    void remove(String id) {
        jdbc.sql("delete from authorizations where id = :id").param("id", id).update();
    }

    /** Removes the authorization whose replaced refresh token this is; false when there is none or it is a lost race. */
    boolean removeReplayed(TokenHash hash) {
        return jdbc.sql("""
                        delete from authorizations
                         where refresh_replaced_hash = :hash and refresh_issued_at < :before
                        """)
                        .param("hash", hash.bytes())
                        .param(
                                "before",
                                AuthorizationParameters.utc(clock.instant().minus(settings.replayTolerance())))
                        .update()
                > 0;
    }

    /** Removes what has expired. */
    @Scheduled(fixedDelayString = "${pmt.auth.tokens.prune:1h}")
    void prune() {
        jdbc.sql("delete from authorizations where expires_at < :now")
                .param("now", AuthorizationParameters.utc(clock.instant()))
                .update();
    }

    /** Writes all columns; false when the row is not the version that was read. */
    boolean save(OAuth2Authorization authorization) {
        return jdbc.sql("""
                        insert into authorizations (id, client, user_id, scopes, signed_in_at, redirect_uri,
                               code_challenge, nonce, code_hash, code_issued_at, code_expires_at, code_void,
                               access_hash, access_issued_at, access_expires_at, access_void,
                               refresh_hash, refresh_issued_at, refresh_expires_at, refresh_void,
                               id_token_issued_at, id_token_expires_at, expires_at, version)
                        values (:id, :client, :user, :scopes, :signedInAt, :redirectUri,
                               :codeChallenge, :nonce, :codeHash, :codeIssuedAt, :codeExpiresAt, :codeVoid,
                               :accessHash, :accessIssuedAt, :accessExpiresAt, :accessVoid,
                               :refreshHash, :refreshIssuedAt, :refreshExpiresAt, :refreshVoid,
                               :idIssuedAt, :idExpiresAt, :expiresAt, :version + 1)
                        on conflict (id) do update
                           set code_void = excluded.code_void,
                               access_hash = excluded.access_hash, access_issued_at = excluded.access_issued_at,
                               access_expires_at = excluded.access_expires_at, access_void = excluded.access_void,
                               refresh_replaced_hash =
                                 case when authorizations.refresh_hash is distinct from excluded.refresh_hash
                                      then authorizations.refresh_hash
                                      else authorizations.refresh_replaced_hash end,
                               refresh_hash = excluded.refresh_hash, refresh_issued_at = excluded.refresh_issued_at,
                               refresh_expires_at = excluded.refresh_expires_at, refresh_void = excluded.refresh_void,
                               id_token_issued_at = excluded.id_token_issued_at,
                               id_token_expires_at = excluded.id_token_expires_at,
                               expires_at = excluded.expires_at, version = excluded.version
                         where authorizations.version = :version
                        """)
                        .paramSource(AuthorizationParameters.of(authorization))
                        .update()
                == 1;
    }
}
