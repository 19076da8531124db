package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** An expected refusal that leaves the service as a problem detail (RFC 9457). */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private final @Nullable Duration retryAfter;

    /** Refuses with a status, a stable code and a sentence that says what to do. */
    public ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** Refuses with further members, for example the version that is current now. */
    public ProblemException(HttpStatus status, String code, String detail, Map<String, Object> extras) {
        this(status, code, detail, extras, null);
    }

    /** Refuses for now; {@code Retry-After} says for how many seconds. */
    public ProblemException(HttpStatus status, String code, String detail, Duration retryAfter) {
        this(status, code, detail, Map.of(), retryAfter);
    }

    /** Makes the refusal of what collides with how things are (409). */
    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }

    private ProblemException(
            HttpStatus status, String code, String detail, Map<String, Object> extras, @Nullable Duration retryAfter) {
        super(code);
        this.problem = new Problem(status.value(), code, status.getReasonPhrase(), detail, extras);
        this.retryAfter = retryAfter;
    }

    /** Returns what the client is told. */
    public Problem problem() {
        return problem;
    }

    HttpHeaders headers() {
        var headers = new HttpHeaders();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return headers;
    }
}
