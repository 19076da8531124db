package dev.pmt.auth.tokens;

import dev.pmt.auth.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/** The doors of the OpenID Connect provider: authorize, token, revoke, JWKS, user info, end of session, discovery. */
@Configuration(proxyBeanMethods = false)
class ProtocolChain {

    /** Comes after the internal doors and before everything that asks for less. */
    static final int ORDER = 20;

    static final String AUTHORIZE = "/oauth2/authorize";
    private static final Set<String> DOORS = Set.of(
            AUTHORIZE,
            "/oauth2/token",
            "/oauth2/revoke",
            "/oauth2/jwks",
            "/userinfo",
            "/connect/logout",
            "/.well-known/openid-configuration");

    private static final Set<String> GRANTS = Set.of(
            "authorization_code",
            "refresh_token",
            "client_credentials",
            "urn:ietf:params:oauth:grant-type:token-exchange");

    @Bean
    @Order(ORDER)
    SecurityFilterChain openIdChain(
            HttpSecurity http,
            Users users,
            Claims claims,
            EndSession endSession,
            List<ExtraGrant> grants,
            JwtDecoderFactory<RegisteredClient> keyProofs)
            throws Exception {
        RequestMatcher doors = request -> DOORS.contains(request.getRequestURI());
        return http.securityMatcher(doors)
                .addFilterAfter(new AuthorizationRequestRule(), HeaderWriterFilter.class)
                .oauth2AuthorizationServer(server -> server.clientAuthentication(
                                client -> client.authenticationProviders(
                                        providers -> providers.forEach(provider -> proofs(provider, keyProofs))))
                        .tokenEndpoint(
                                door -> grants.forEach(grant -> door.accessTokenRequestConverter(grant.converter())
                                        .authenticationProvider(grant.provider())))
                        .oidc(oidc -> openId(oidc, claims, endSession)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(ProtocolChain::isSilent)
                        .permitAll()
                        .requestMatchers(AUTHORIZE)
                        .access((authentication, context) -> new AuthorizationDecision(isActive(authentication, users)))
                        .anyRequest()
                        .authenticated())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, reason) -> toSignIn(request, response),
                                PathPatternRequestMatcher.withDefaults().matcher(AUTHORIZE))
                        .accessDeniedHandler((request, response, reason) -> toSignIn(request, response)))
                .build();
    }

    private static void openId(OidcConfigurer oidc, Claims claims, EndSession endSession) {
        oidc.providerConfigurationEndpoint(
                        discovery -> discovery.providerConfigurationCustomizer(ProtocolChain::describe))
                .userInfoEndpoint(door -> door.userInfoMapper(
                        context -> claims.userInfo(context.getAuthorization().getPrincipalName())))
                .logoutEndpoint(door ->
                        door.logoutResponseHandler(endSession::succeeded).errorResponseHandler(endSession::refused));
    }

    /** Leaves out of discovery what no client can use here. */
    private static void describe(OidcProviderConfiguration.Builder discovery) {
        discovery
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .grantTypes(grants -> grants.retainAll(GRANTS))
                .tokenEndpointAuthenticationMethods(methods ->
                        methods.retainAll(Set.of("client_secret_basic", "client_secret_post", "private_key_jwt")))
                .claims(claims -> claims.keySet()
                        .removeIf(name -> name.startsWith("introspection_")
                                || name.startsWith("tls_client_certificate")
                                || name.startsWith("dpop_")
                                || name.startsWith("revocation_endpoint_auth")));
    }

    private static void proofs(AuthenticationProvider provider, JwtDecoderFactory<RegisteredClient> keyProofs) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new ClientSecretEncoder());
        } else if (provider instanceof JwtClientAssertionAuthenticationProvider keys) {
            keys.setJwtDecoderFactory(keyProofs);
        }
    }

    /** Lets nobody go on with a session from before they were deactivated or their sessions were ended. */
    private static boolean isActive(Supplier<? extends @Nullable Authentication> authentication, Users users) {
        return Optional.ofNullable(authentication.get())
                .flatMap(SignedInUser::of)
                .flatMap(signedIn -> users.findSignedIn(signedIn.id(), signedIn.at()))
                .isPresent();
    }

    /** Lets a silent request through: the door itself answers {@code login_required} (OpenID Connect Core, 3.1.2.1). */
    private static boolean isSilent(HttpServletRequest request) {
        return AUTHORIZE.equals(request.getRequestURI()) && "none".equals(request.getParameter("prompt"));
    }

    /** Sends the browser to the sign-in page, which brings it back here; nothing is kept on the server meanwhile. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        var here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        var page = UriComponentsBuilder.fromPath("/auth/sign-in")
                .queryParam("continue", "{here}")
                .encode()
                .buildAndExpand(here)
                .toUriString();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, page);
    }
}
