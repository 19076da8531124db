package dev.pmt.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Uploads, which are hashed as they stream by. No transaction spans them: a crash right between the upload's end and its
 * answer lets the repetition upload again: an import leaves rows it has seen alone, an attachment is there twice then, its
 * bytes once.
 */
@Component
class StreamedRequests {

    private final Claims claims;
    private final IdempotencySettings settings;
    private final Clock clock;

    StreamedRequests(Claims claims, IdempotencySettings settings, Clock clock) {
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    Attempt attempt(HttpServletRequest request) {
        return new Streamed(request);
    }

    private final class Streamed implements Attempt {

        private final HttpServletRequest request;
        private final Fingerprint fingerprint;
        private Instant renewAt = nextRenewal();

        Streamed(HttpServletRequest request) {
            this.request = request;
            this.fingerprint = new Fingerprint().with(Objects.requireNonNullElse(request.getQueryString(), ""));
        }

        @Override
        public @Nullable String known() {
            return null;
        }

        @Override
        public String toEnd() throws IOException {
            return stream(() -> {}).toEnd();
        }

        @Override
        public void run(Claim.Mine claim, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var answer = new ContentCachingResponseWrapper(response);
            var bytes = stream(() -> renew(claim));
            var kept = false;
            try {
                chain.doFilter(new Body(request, bytes), answer);
                kept = answer.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                        && claims.keep(claim, bytes.toEnd(), KeptAnswer.of(answer, answer.getContentAsByteArray()));
            } finally {
                if (!kept) {
                    claims.release(claim);
                }
            }
            answer.copyBodyToResponse();
        }

        private HashedStream stream(Runnable passed) throws IOException {
            return new HashedStream(request.getInputStream(), fingerprint, passed);
        }

        private void renew(Claim.Mine claim) {
            if (clock.instant().isAfter(renewAt)) {
                claims.renew(claim);
                renewAt = nextRenewal();
            }
        }

        private Instant nextRenewal() {
            return clock.instant().plus(settings.lease().dividedBy(3));
        }
    }
}
