package dev.pmt.auth.tokens;

import java.sql.Types;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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

    /** Writes the row; false when it is not the version that was read, or nobody may begin or go on with it. */
    boolean save(OAuth2Authorization authorization) {
        var row = AuthorizationParameters.of(authorization);
        return (Objects.equals(row.getValue("version"), 0L) ? begin(row) : goOn(row)) == 1;
    }

    /** Adds the row, unless the person was deactivated or their sign-in was ended meanwhile. */
    private int begin(MapSqlParameterSource row) {
        return jdbc.sql("""
                        insert into authorizations (id, client, user_id, scopes, signed_in_at, redirect_uri,
                               code_challenge, nonce, code_hash, code_issued_at, code_expires_at, code_void,
                               expires_at, user_agent, version)
                        select :id, :client, :user, :scopes, :signedInAt, :redirectUri,
                               :codeChallenge, :nonce, :codeHash, :codeIssuedAt, :codeExpiresAt, :codeVoid,
                               :expiresAt, :userAgent, 1
                          from users
                         where users.id = :user and active
                           and (sign_ins_void_before is null or sign_ins_void_before <= :signedInAt)
                           for share
                        """)
                .paramSource(row.addValue("userAgent", CallingBrowser.userAgent(), Types.VARCHAR))
                .update();
    }

    /** Changes the row; one that was ended meanwhile does not come back. */
    private int goOn(MapSqlParameterSource row) {
        return jdbc.sql("""
                        update authorizations
                           set code_void = :codeVoid,
                               access_hash = :accessHash, access_issued_at = :accessIssuedAt,
                               access_expires_at = :accessExpiresAt, access_void = :accessVoid,
                               refresh_replaced_hash =
                                 case when refresh_hash is distinct from :refreshHash
                                      then refresh_hash
                                      else refresh_replaced_hash end,
                               refresh_hash = :refreshHash, refresh_issued_at = :refreshIssuedAt,
                               refresh_expires_at = :refreshExpiresAt, refresh_void = :refreshVoid,
                               id_token_issued_at = :idIssuedAt, id_token_expires_at = :idExpiresAt,
                               expires_at = :expiresAt, version = version + 1
                         where id = :id and version = :version
                        """).paramSource(row).update();
    }
}
