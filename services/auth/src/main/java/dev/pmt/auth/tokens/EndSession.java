package dev.pmt.auth.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/** Signs a browser out: its session here and the authorization that its ID token names, so its refresh token dies too. */
@Component
class EndSession {

    private final AuthorizationStore store;
    private final SecurityContextLogoutHandler session = new SecurityContextLogoutHandler();
    private final OidcLogoutAuthenticationSuccessHandler redirect = new OidcLogoutAuthenticationSuccessHandler();

    EndSession(AuthorizationStore store) {
        this.store = store;
        redirect.setLogoutHandler(this::end);
    }

    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication logout)
            throws IOException, jakarta.servlet.ServletException {
        redirect.onAuthenticationSuccess(request, response, logout);
    }

    /** Asks the person, since the request does not prove that the edge sent it. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, "/auth/sign-out");
    }

    private void end(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication logout) {
        if (logout instanceof OidcLogoutAuthenticationToken token) {
            var idToken = token.getIdToken();
            var authorization = idToken == null ? null : idToken.getClaimAsString(Sessions.CLAIM);
            if (authorization != null) {
                store.remove(authorization);
            }
            session.logout(request, response, token);
        }
    }
}
