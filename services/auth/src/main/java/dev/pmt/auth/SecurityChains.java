package dev.pmt.auth;

import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.pages.PageRefusals;
import dev.pmt.auth.tokens.ClientSecretEncoder;
import dev.pmt.auth.tokens.EdgeSettings;
import dev.pmt.shared.service.Problem;
import dev.pmt.shared.web.JwtSecurity;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every door and who may come in, first match wins: the users API, health, what administrators are told of the service and for services the event log (10), the rest of
 * {@code /internal} for the edge (15), the OpenID Connect provider in {@code tokens} (20), the pages (40); all else does not
 * exist (50).
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private final JsonMapper json;

    SecurityChains(JsonMapper json) {
        this.json = json;
    }

    @Bean
    @Order(10)
    SecurityFilterChain apiChain(HttpSecurity http, JwtSecurity jwt, NimbusJwtDecoder decoder) {
        return jwt.chain(
                http.securityMatcher(
                        "/api/v1/users",
                        "/api/v1/users/**",
                        "/api/v1/admin/events/**",
                        "/internal/about",
                        "/internal/events",
                        "/internal/events/**",
                        "/actuator/health",
                        "/actuator/info"),
                decoder);
    }

    @Bean
    @Order(15)
    SecurityFilterChain internalChain(HttpSecurity http, EdgeSettings edge) throws Exception {
        var known =
                new DaoAuthenticationProvider(new InMemoryUserDetailsManager(User.withUsername(EdgeSettings.CLIENT_ID)
                        .password(ClientSecretEncoder.hash(edge.clientSecret()))
                        .authorities("EDGE")
                        .build()));
        known.setPasswordEncoder(new ClientSecretEncoder());
        return http.securityMatcher("/internal/**")
                .authenticationManager(new ProviderManager(known))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> unauthorized(response)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST, "/internal/setup-link", "/internal/tokens", "/internal/keys/rotate")
                        .hasAuthority("EDGE")
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint((request, response, e) -> unauthorized(response))
                                .accessDeniedHandler((request, response, e) -> notFound(response)))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain pagesChain(HttpSecurity http, Installation installation, PageRefusals refusals)
            throws Exception {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName("pmt_auth_csrf");
        csrf.setCookieCustomizer(
                cookie -> cookie.path("/auth").httpOnly(true).sameSite("Lax").secure(installation.secure()));
        return http.securityMatcher("/auth/**")
                .csrf(forms -> forms.csrfTokenRepository(csrf))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                                        + " base-uri 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/auth/assets/auth.css")
                        .permitAll()
                        .requestMatchers("/auth/sign-in", "/auth/sign-out", "/auth/link/{token}")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::notFound).accessDeniedHandler(refusals::refused))
                .build();
    }

    @Bean
    @Order(50)
    SecurityFilterChain nothingElseChain(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint((request, response, e) -> notFound(response))
                                .accessDeniedHandler((request, response, e) -> notFound(response)))
                .build();
    }

    private void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"pmt\"");
        write(response, Problem.of(401, "unauthorized", "Unauthorized", "This door is for the edge alone."));
    }

    private void notFound(HttpServletResponse response) throws IOException {
        write(response, Problem.of(404, "not-found", "Not Found", "There is nothing at this address."));
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
