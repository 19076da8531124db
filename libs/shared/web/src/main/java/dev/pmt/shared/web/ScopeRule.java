package dev.pmt.shared.web;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets any trusted token in, but one that names scopes without {@code write} only reads. A browser's token names none and
 * may do whatever its user may.
 */
final class ScopeRule implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        if (!(authentication.get() instanceof JwtAuthenticationToken token)) {
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(
                SAFE_METHODS.contains(context.getRequest().getMethod()) || mayWrite(token.getToken()));
    }

    /** Answers whether the refusal of the present request was for its token's scope. */
    static boolean refusedByScope() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                && !mayWrite(token.getToken());
    }

    private static boolean mayWrite(Jwt token) {
        var scope = token.getClaimAsString("scope");
        return scope == null || Arrays.asList(scope.split(" ")).contains("write");
    }
}
