package dev.pmt.api.idempotency;

import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Gives the answer that was given before to a {@code POST} that repeats an {@code Idempotency-Key}. */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    private static final Set<String> READ_ONLY = Set.of("/api/v1/imports/preview");
    private static final Pattern STREAMED = Pattern.compile("/api/v1/(imports|tasks/[^/]+/attachments)");

    private final Claims claims;
    private final WholeRequests whole;
    private final StreamedRequests streamed;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            Claims claims,
            WholeRequests whole,
            StreamedRequests streamed,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.claims = claims;
        this.whole = whole;
        this.streamed = streamed;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(RequestScope.HEADER) == null
                || request.getUserPrincipal() == null
                || READ_ONLY.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var scope = RequestScope.of(request);
            var attempt = STREAMED.matcher(request.getRequestURI()).matches()
                    ? streamed.attempt(request)
                    : whole.attempt(request);
            switch (claims.take(scope, attempt.known())) {
                case Claim.Mine mine -> attempt.run(mine, response, chain);
                case Claim.InUse(var other) -> {
                    refuseOther(other, attempt.known());
                    throw inUse();
                }
                case Claim.Done(var fingerprint, var answer) -> {
                    refuseOther(fingerprint, attempt.toEnd());
                    answer.replay(response);
                }
            }
        } catch (RuntimeException e) {
            if (response.isCommitted() || problems.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    static ProblemException inUse() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "idempotency-key-in-use",
                "A request with this Idempotency-Key is being worked on; repeat it in a moment to get its answer.",
                Duration.ofSeconds(1));
    }

    private static void refuseOther(@Nullable String before, @Nullable String now) {
        if (before != null && now != null && !before.equals(now)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another request before; use a new key for a new request.");
        }
    }
}
