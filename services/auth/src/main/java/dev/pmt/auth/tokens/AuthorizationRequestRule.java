package dev.pmt.auth.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses authorization requests that hold a parameter twice (RFC 6749, section 3.1) or a control character, which no
 * parameter has (appendix A): the framework would take the first for a text and fail, and PostgreSQL stores no NUL.
 */
final class AuthorizationRequestRule extends OncePerRequestFilter {

    private static final String REFUSAL = """
            {"error":"invalid_request","error_description":"Parameters must come once, without control characters."}""";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ProtocolChain.AUTHORIZE.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (arePlain(request.getParameterMap())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write(REFUSAL);
        }
    }

    private static boolean arePlain(Map<String, String[]> parameters) {
        return parameters.values().stream()
                .allMatch(values -> values.length == 1
                        && Arrays.stream(values).flatMapToInt(String::chars).noneMatch(Character::isISOControl));
    }
}
