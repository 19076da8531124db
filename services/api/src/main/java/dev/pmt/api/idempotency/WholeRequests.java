package dev.pmt.api.idempotency;

import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Requests whose body fits in memory: the work and its answer are stored in one transaction, so both are there or none. */
@Component
class WholeRequests {

    private final Claims claims;
    private final PlatformTransactionManager transactions;
    private final IdempotencySettings settings;

    WholeRequests(Claims claims, PlatformTransactionManager transactions, IdempotencySettings settings) {
        this.claims = claims;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Reads the request. @throws ProblemException when its body is too large (413) */
    Attempt attempt(HttpServletRequest request) throws IOException {
        var most = Math.toIntExact(settings.longestBody().toBytes());
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "content-too-large",
                    "The body must have at most " + most + " bytes.");
        }
        var fingerprint = new Fingerprint()
                .with(Objects.requireNonNullElse(request.getQueryString(), ""))
                .with(body, 0, body.length)
                .hex();
        return new Whole(new Body(request, new ByteArrayInputStream(body)), fingerprint);
    }

    private final class Whole implements Attempt {

        private final Body request;
        private final String fingerprint;

        Whole(Body request, String fingerprint) {
            this.request = request;
            this.fingerprint = fingerprint;
        }

        @Override
        public String known() {
            return fingerprint;
        }

        @Override
        public String toEnd() {
            return fingerprint;
        }

        @Override
        public void run(Claim.Mine claim, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var answer = new ContentCachingResponseWrapper(response);
            var kept = false;
            try {
                var transaction = transactions.getTransaction(new DefaultTransactionDefinition());
                kept = work(transaction, claim, answer, chain);
            } catch (RuntimeException e) {
                answer.reset();
                throw e;
            } finally {
                if (!kept) {
                    claims.release(claim);
                }
            }
            answer.copyBodyToResponse();
        }

        private boolean work(
                TransactionStatus transaction,
                Claim.Mine claim,
                ContentCachingResponseWrapper answer,
                FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, answer);
                if (answer.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                    keep(claim, answer);
                    transactions.commit(transaction);
                    return true;
                }
                return false;
            } finally {
                if (!transaction.isCompleted()) {
                    transactions.rollback(transaction);
                }
            }
        }

        private void keep(Claim.Mine claim, ContentCachingResponseWrapper answer) {
            if (!claims.keep(claim, fingerprint, KeptAnswer.of(answer, answer.getContentAsByteArray()))) {
                throw IdempotencyFilter.inUse();
            }
        }
    }
}
