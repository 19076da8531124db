package dev.pmt.auth.tokens;

import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.tokens.AuthorizationRow.StoredToken;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Makes of a row what the framework works with; a token's text is known only if a client has just sent it. */
@Component
class AuthorizationRestorer {

    static final String VERSION = "pmt.version";

    private static final String UNKNOWN_ID_TOKEN = "unknown";

    private final RegisteredClientRepository clients;
    private final Installation installation;

    AuthorizationRestorer(RegisteredClientRepository clients, Installation installation) {
        this.clients = clients;
        this.installation = installation;
    }

    OAuth2Authorization restore(AuthorizationRow row, @Nullable String sent) {
        var client = clients.findById(row.client());
        if (client == null) {
            throw new IllegalStateException("client must be registered: " + row.client());
        }
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(row.id())
                .principalName(row.user().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(row.scopes())
                .attribute(VERSION, row.version())
                .attribute(Principal.class.getName(), new SignedInUser(row.user(), row.signedInAt()).authentication())
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(row, client.getClientId()));
        var code = row.code();
        if (code != null) {
            add(builder, code, new OAuth2AuthorizationCode(text(code, sent), code.issuedAt(), code.expiresAt()));
        }
        var access = row.access();
        if (access != null) {
            add(
                    builder,
                    access,
                    new OAuth2AccessToken(
                            TokenType.BEARER, text(access, sent), access.issuedAt(), access.expiresAt(), row.scopes()));
        }
        var refresh = row.refresh();
        if (refresh != null) {
            add(builder, refresh, new OAuth2RefreshToken(text(refresh, sent), refresh.issuedAt(), refresh.expiresAt()));
        }
        addIdToken(builder, row, client.getClientId());
        return builder.build();
    }

    private OAuth2AuthorizationRequest request(AuthorizationRow row, String clientId) {
        var parameters = new HashMap<String, Object>();
        parameters.put(PkceParameterNames.CODE_CHALLENGE, row.codeChallenge());
        parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        if (row.nonce() != null) {
            parameters.put(OidcParameterNames.NONCE, row.nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(installation.at("/oauth2/authorize").toString())
                .clientId(clientId)
                .redirectUri(row.redirectUri())
                .scopes(row.scopes())
                .additionalParameters(parameters)
                .build();
    }

    private static void addIdToken(OAuth2Authorization.Builder builder, AuthorizationRow row, String clientId) {
        Instant issuedAt = row.idTokenIssuedAt();
        Instant expiresAt = row.idTokenExpiresAt();
        if (issuedAt != null && expiresAt != null) {
            Map<String, Object> claims =
                    Map.of("sub", row.user().toString(), "aud", List.of(clientId), "sid", row.id());
            builder.token(new OidcIdToken(UNKNOWN_ID_TOKEN, issuedAt, expiresAt, claims));
        }
    }

    private static void add(OAuth2Authorization.Builder builder, StoredToken stored, OAuth2Token token) {
        builder.token(
                token, metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, stored.isVoid()));
    }

    private static String text(StoredToken stored, @Nullable String sent) {
        return sent != null && TokenHash.of(sent).equals(stored.hash())
                ? sent
                : stored.hash().standIn();
    }
}
