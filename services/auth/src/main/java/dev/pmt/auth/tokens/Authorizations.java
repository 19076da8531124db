package dev.pmt.auth.tokens;

import dev.pmt.auth.tokens.AuthorizationStore.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * What clients were allowed, kept so that neither a restart nor a stolen database gives anybody a session: rows survive,
 * token texts are never stored. A code or refresh token works once, also when two requests bring it together.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

    private static final Logger log = LoggerFactory.getLogger(Authorizations.class);

    private final AuthorizationStore store;
    private final AuthorizationRestorer restorer;
    private final IdTokenHints hints;

    Authorizations(AuthorizationStore store, AuthorizationRestorer restorer, IdTokenHints hints) {
        this.store = store;
        this.restorer = restorer;
        this.hints = hints;
    }

    /** Stores the authorization. @throws OAuth2AuthenticationException when another request changed it meanwhile */
    @Override
    public void save(OAuth2Authorization authorization) {
        if (!store.save(authorization)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        store.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.find(id).map(row -> restorer.restore(row, null)).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return Stream.of(Kind.REFRESH, Kind.ACCESS, Kind.CODE)
                    .flatMap(kind -> find(kind, token).stream())
                    .findFirst()
                    .orElse(null);
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.CODE -> find(Kind.CODE, token).orElse(null);
            case OAuth2ParameterNames.ACCESS_TOKEN -> find(Kind.ACCESS, token).orElse(null);
            case OAuth2ParameterNames.REFRESH_TOKEN -> findRefresh(token).orElse(null);
            case OidcParameterNames.ID_TOKEN ->
                hints.authorizationOf(token).map(this::findById).orElse(null);
            default -> null;
        };
    }

    private Optional<OAuth2Authorization> find(Kind kind, String token) {
        return store.find(kind, TokenHash.of(token)).map(row -> restorer.restore(row, token));
    }

    /** Ends the authorization when its replaced token comes back (RFC 9700, section 4.14.2). */
    private Optional<OAuth2Authorization> findRefresh(String token) {
        var found = find(Kind.REFRESH, token);
        if (found.isEmpty() && store.removeReplayed(TokenHash.of(token))) {
            log.warn("A replaced refresh token came back; its authorization was ended");
        }
        return found;
    }
}
