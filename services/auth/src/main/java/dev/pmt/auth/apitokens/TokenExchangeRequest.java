package dev.pmt.auth.apitokens;

import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** The edge's request to exchange an API token, as Spring Security carries it. */
final class TokenExchangeRequest extends OAuth2AuthorizationGrantAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final OAuth2ClientAuthenticationToken client;
    private final transient TokenSecret secret;

    TokenExchangeRequest(OAuth2ClientAuthenticationToken client, TokenSecret secret) {
        super(AuthorizationGrantType.TOKEN_EXCHANGE, client, Map.of());
        this.client = client;
        this.secret = secret;
    }

    OAuth2ClientAuthenticationToken client() {
        return client;
    }

    TokenSecret secret() {
        return secret;
    }
}
