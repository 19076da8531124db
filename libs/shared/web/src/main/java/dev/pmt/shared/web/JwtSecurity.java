package dev.pmt.shared.web;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.pmt.shared.service.Problem;
import dev.pmt.shared.web.calls.Ports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Verifies bearer tokens by JWKS alone: signature, issuer, audience, lifetime, a known role and a user id as subject.
 * No database is asked.
 */
@Configuration(proxyBeanMethods = false)
public class JwtSecurity {

    /** The audience that every PMT service expects. */
    public static final String AUDIENCE = "pmt";

    private static final String BEARER = "Bearer ";

    private final String issuer;
    private final String jwksUri;
    private final Ports ports;

    JwtSecurity(@Value("${pmt.url}") String issuer, @Value("${pmt.jwks-uri}") String jwksUri, Ports ports) {
        this.issuer = issuer;
        this.jwksUri = jwksUri;
        this.ports = ports;
    }

    /**
     * Builds the usual chain: stateless, the named path patterns and health open, {@code /internal} for services alone
     * but for what the service tells administrators of itself, everything else with a token.
     */
    public SecurityFilterChain chain(HttpSecurity http, String... openPaths) {
        return chain(
                http,
                NimbusJwtDecoder.withJwkSource(PublishedKeys.at(jwksUri, ports)).build(),
                openPaths);
    }

    /** Builds the usual chain with a decoder of the service's own, to which the same checks are added. */
    public SecurityFilterChain chain(HttpSecurity http, NimbusJwtDecoder decoder, String... openPaths) {
        decoder.setJwtValidator(validator());
        AuthenticationEntryPoint unauthorized = (request, response, e) -> unauthorized(response);
        AccessDeniedHandler forbidden = (request, response, e) -> forbidden(response);
        // The edge makes browsers strict, and JSON says no-store itself: a filter that wraps every response to say both
        // again took a twentieth of a request.
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(openPaths)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/info", "/error")
                        .permitAll()
                        .requestMatchers(AboutController.PATH)
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers("/internal/**")
                        .hasRole(Role.SERVICE.name())
                        .anyRequest()
                        .access(new ScopeRule()))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler(forbidden)
                        .bearerTokenResolver(JwtSecurity::bearerToken)
                        .withObjectPostProcessor(new KeysAway())
                        .jwt(jwt -> jwt.decoder(new VerifiedTokens(decoder, Ticker.systemTicker()))
                                .jwtAuthenticationConverter(authorities())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthorized).accessDeniedHandler(forbidden))
                .build();
    }

    /** Takes the token from the header alone; the decoder judges its form, once for each token instead of each request. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private OAuth2TokenValidator<Jwt> validator() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(AUDIENCE)),
                new JwtClaimValidator<String>("role", Claims::isRole),
                new JwtClaimValidator<String>("sub", Claims::isUserId));
    }

    private static Converter<Jwt, AbstractAuthenticationToken> authorities() {
        return token -> new JwtAuthenticationToken(
                token,
                List.of(new SimpleGrantedAuthority(
                        "ROLE_" + CurrentUser.of(token).role().name())));
    }

    private static void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        ProblemWriter.write(response, Problem.of(401, "not-signed-in", "Unauthorized", Refusals.SIGN_IN));
    }

    private static void forbidden(HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                response,
                ScopeRule.refusedByScope()
                        ? Problem.of(403, "insufficient-scope", "Forbidden", Refusals.SCOPE)
                        : Problem.of(403, "forbidden", "Forbidden", Refusals.FORBIDDEN));
    }

    /** Answers 503 instead of 500 while the keys that tokens are verified by cannot be had. */
    private static final class KeysAway implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler((request, response, e) -> {
                if (e instanceof AuthenticationServiceException) {
                    response.setHeader("Retry-After", "5");
                    ProblemWriter.write(
                            response, Problem.of(503, "keys-unavailable", "Service Unavailable", Refusals.KEYS));
                } else {
                    unauthorized(response);
                }
            });
            return filter;
        }
    }

    private static final class Claims {

        static boolean isRole(@Nullable String claim) {
            return Arrays.stream(Role.values()).anyMatch(role -> role.claim().equals(claim));
        }

        static boolean isUserId(@Nullable String subject) {
            try {
                return subject != null && UUID.fromString(subject).toString().equals(subject);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
