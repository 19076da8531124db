package dev.pmt.api.idempotency;

import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * What an {@code Idempotency-Key} is unique in: the user, the method and the path.
 *
 * @param user the token's subject
 * @param hash of method, path and key; paths have no bound that an index could take
 */
record RequestScope(UUID user, String hash) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /** Reads the scope of a signed-in user's request. @throws ProblemException when the key is none (400) */
    static RequestScope of(HttpServletRequest request) {
        var keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1 || !KEY.matcher(keys.getFirst()).matches()) {
            var message = HEADER + " must be given once, as 1 to 255 visible ASCII characters";
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    message,
                    Map.of("errors", java.util.List.of(Map.of("field", HEADER, "message", message))));
        }
        var fingerprint = new Fingerprint()
                .with(request.getMethod())
                .with(request.getRequestURI())
                .with(keys.getFirst());
        return new RequestScope(UUID.fromString(request.getUserPrincipal().getName()), fingerprint.hex());
    }
}
