package dev.pmt.auth.services;

import dev.pmt.auth.tokens.AccessTokens;
import dev.pmt.auth.tokens.ExtraGrant;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** Gives a service that has proved itself a token with {@code role=service}; nothing of it is kept. */
@Component
class ServiceGrant implements ExtraGrant {

    private final AccessTokens tokens;

    ServiceGrant(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the subject of a service's tokens, the same in every installation (name-based, RFC 9562, version 3). */
    static UUID subject(String service) {
        return UUID.nameUUIDFromBytes(("https://pmt.dev/services/" + service).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public AuthenticationConverter converter() {
        return new OAuth2ClientCredentialsAuthenticationConverter();
    }

    @Override
    public AuthenticationProvider provider() {
        return new AuthenticationProvider() {

            @Override
            public Authentication authenticate(Authentication request) {
                return grant((OAuth2ClientCredentialsAuthenticationToken) request);
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return OAuth2ClientCredentialsAuthenticationToken.class.isAssignableFrom(authentication);
            }
        };
    }

    private Authentication grant(OAuth2ClientCredentialsAuthenticationToken request) {
        if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken service)
                || !service.isAuthenticated()
                || service.getRegisteredClient() == null
                || !service.getRegisteredClient()
                        .getAuthorizationGrantTypes()
                        .contains(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        if (!request.getScopes().isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        var client = service.getRegisteredClient();
        var issued = tokens.issueForService(subject(client.getClientId()));
        return new OAuth2AccessTokenAuthenticationToken(client, service, issued.answer(Set.of()));
    }
}
