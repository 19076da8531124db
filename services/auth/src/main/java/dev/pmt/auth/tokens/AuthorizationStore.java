package dev.pmt.auth.tokens;

import java.security.Principal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
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
                        .param("before", utc(clock.instant().minus(settings.replayTolerance())))
                        .update()
                > 0;
    }

    /** Removes what has expired. */
    @Scheduled(fixedDelayString = "${pmt.auth.tokens.prune:1h}")
    void prune() {
        jdbc.sql("delete from authorizations where expires_at < :now")
                .param("now", utc(clock.instant()))
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
                        """).paramSource(parameters(authorization)).update() == 1;
    }

    private static MapSqlParameterSource parameters(OAuth2Authorization authorization) {
        var user = SignedInUser.of(attribute(authorization, Principal.class.getName(), Authentication.class))
                .orElseThrow();
        var request =
                attribute(authorization, OAuth2AuthorizationRequest.class.getName(), OAuth2AuthorizationRequest.class);
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        var access = authorization.getAccessToken();
        var refresh = authorization.getRefreshToken();
        var idToken = authorization.getToken(OidcIdToken.class);
        var source = new MapSqlParameterSource()
                .addValue("id", authorization.getId())
                .addValue("client", authorization.getRegisteredClientId())
                .addValue("user", user.id().value())
                .addValue("scopes", String.join(" ", request.getScopes()))
                .addValue("signedInAt", utc(user.at()))
                .addValue("redirectUri", request.getRedirectUri())
                .addValue("codeChallenge", request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE))
                .addValue("nonce", request.getAdditionalParameters().get(OidcParameterNames.NONCE), Types.VARCHAR)
                .addValue(
                        "idIssuedAt",
                        idToken == null ? null : utc(idToken.getToken().getIssuedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue(
                        "idExpiresAt",
                        idToken == null ? null : utc(idToken.getToken().getExpiresAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("expiresAt", utc(lastExpiry(code, access, refresh, idToken)))
                .addValue(
                        "version",
                        Objects.requireNonNullElse(
                                authorization.<Long>getAttribute(AuthorizationRestorer.VERSION), 0L));
        addToken(source, "code", code);
        addToken(source, "access", access);
        addToken(source, "refresh", refresh);
        return source;
    }

    private static <T> T attribute(OAuth2Authorization authorization, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(authorization.getAttribute(name), name));
    }

    private static void addToken(
            MapSqlParameterSource source,
            String kind,
            OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        source.addValue(
                        kind + "Hash",
                        token == null
                                ? null
                                : TokenHash.ofStored(token.getToken().getTokenValue())
                                        .bytes(),
                        Types.BINARY)
                .addValue(
                        kind + "IssuedAt",
                        token == null ? null : utc(token.getToken().getIssuedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue(
                        kind + "ExpiresAt",
                        token == null ? null : utc(token.getToken().getExpiresAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue(kind + "Void", token != null && token.isInvalidated());
    }

    private static Instant lastExpiry(OAuth2Authorization.@Nullable Token<?>... tokens) {
        return Stream.of(tokens)
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getExpiresAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
