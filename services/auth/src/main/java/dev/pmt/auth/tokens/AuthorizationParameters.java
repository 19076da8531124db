package dev.pmt.auth.tokens;

import java.security.Principal;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** What the framework's authorization becomes in the columns of {@code authorizations}. */
final class AuthorizationParameters {

    private AuthorizationParameters() {}

    static MapSqlParameterSource of(OAuth2Authorization authorization) {
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

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
