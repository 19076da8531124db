package dev.pmt.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One request under a key. */
interface Attempt {

    /** Returns the request's fingerprint when it can be known before the work, else null. */
    @Nullable
    String known();

    /** Returns the fingerprint of a request that is not worked on, reading its body to the end. */
    String toEnd() throws IOException;

    /** Does the work, answers it, and keeps the answer when it succeeded. */
    void run(Claim.Mine claim, HttpServletResponse response, FilterChain chain) throws ServletException, IOException;
}
