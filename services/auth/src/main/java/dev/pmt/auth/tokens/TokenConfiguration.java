package dev.pmt.auth.tokens;

import dev.pmt.auth.installation.Installation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** The parts of the authorization server; none comes from an auto-configuration, which would wake up next door too. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Installation installation) {
        return AuthorizationServerSettings.builder()
                .issuer(installation.issuer())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(
            EdgeSettings edge, TokenSettings lifetimes, Installation installation, List<ClientSource> others) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(edge(edge, lifetimes, installation));
        others.forEach(source -> clients.addAll(source.clients()));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient edge(EdgeSettings edge, TokenSettings lifetimes, Installation installation) {
        return RegisteredClient.withId(EdgeSettings.CLIENT_ID)
                .clientId(EdgeSettings.CLIENT_ID)
                .clientName("PMT edge")
                .clientSecret(ClientSecretEncoder.hash(edge.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                .redirectUri(installation.at("/session/callback").toString())
                .postLogoutRedirectUri(installation.at("/").toString())
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(org.springframework.security.oauth2.server.authorization.settings.TokenSettings.builder()
                        .authorizationCodeTimeToLive(lifetimes.code())
                        .accessTokenTimeToLive(lifetimes.access())
                        .refreshTokenTimeToLive(lifetimes.refresh())
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    /** Signs with the newest key whose time has come. */
    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(published -> keys.signer());
        return encoder;
    }

    /** Verifies with our own keys, without the way through the edge; the checks are added by the security chain. */
    @Bean
    NimbusJwtDecoder jwtDecoder(SigningKeys keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JwtEncoder encoder, Claims claims, Clock clock) {
        var tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(claims);
        tokens.setClock(clock);
        var refreshTokens = new OAuth2RefreshTokenGenerator();
        refreshTokens.setClock(clock);
        return new DelegatingOAuth2TokenGenerator(tokens, refreshTokens);
    }
}
