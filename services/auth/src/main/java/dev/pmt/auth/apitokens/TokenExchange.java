package dev.pmt.auth.apitokens;

import dev.pmt.auth.tokens.AccessTokens;
import dev.pmt.auth.tokens.ExtraGrant;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Exchanges a personal API token for an access token (RFC 8693). Whatever is wrong with the API token or its owner, the
 * answer is the same {@code invalid_grant}.
 */
@Component
class TokenExchange implements ExtraGrant {

    private static final String PERSONAL = "urn:pmt:params:oauth:token-type:personal";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final ApiTokens tokens;
    private final Users users;
    private final AccessTokens accessTokens;

    TokenExchange(ApiTokens tokens, Users users, AccessTokens accessTokens) {
        this.tokens = tokens;
        this.users = users;
        this.accessTokens = accessTokens;
    }

    @Override
    public AuthenticationConverter converter() {
        return TokenExchange::read;
    }

    @Override
    public AuthenticationProvider provider() {
        return new AuthenticationProvider() {

            @Override
            public Authentication authenticate(Authentication request) {
                return exchange((TokenExchangeRequest) request);
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return authentication == TokenExchangeRequest.class;
            }
        };
    }

    private static @Nullable Authentication read(HttpServletRequest request) {
        if (!AuthorizationGrantType.TOKEN_EXCHANGE
                .getValue()
                .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))) {
            return null;
        }
        var types = request.getParameterValues(OAuth2ParameterNames.SUBJECT_TOKEN_TYPE);
        var subjects = request.getParameterValues(OAuth2ParameterNames.SUBJECT_TOKEN);
        if (types == null
                || types.length != 1
                || !PERSONAL.equals(types[0])
                || subjects == null
                || subjects.length != 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client
                ? new TokenExchangeRequest(client, new TokenSecret(subjects[0]))
                : null;
    }

    private Authentication exchange(TokenExchangeRequest request) {
        var client = allowed(request.client());
        var token = tokens.use(request.secret()).orElseThrow(TokenExchange::invalid);
        var owner = users.find(token.owner()).filter(User::active).orElseThrow(TokenExchange::invalid);
        var scopes = token.scopes().stream().map(Scope::claim).collect(Collectors.toCollection(LinkedHashSet::new));
        var issued = accessTokens.issue(owner, String.join(" ", scopes), token.expiresAt());
        return new OAuth2AccessTokenAuthenticationToken(
                client,
                request.client(),
                issued.answer(scopes),
                null,
                Map.of(OAuth2ParameterNames.ISSUED_TOKEN_TYPE, ACCESS_TOKEN));
    }

    private static RegisteredClient allowed(OAuth2ClientAuthenticationToken authenticated) {
        var client = authenticated.getRegisteredClient();
        if (client == null
                || !authenticated.isAuthenticated()
                || !client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.TOKEN_EXCHANGE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        return client;
    }

    private static OAuth2AuthenticationException invalid() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
