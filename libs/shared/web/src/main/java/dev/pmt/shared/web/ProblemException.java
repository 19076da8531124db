package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** An expected refusal that leaves the service as a problem detail (RFC 9457). */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with a status, a stable code and a sentence that says what to do. */
    public ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** Refuses with further members, for example the version that is current now. */
    public ProblemException(HttpStatus status, String code, String detail, Map<String, Object> extras) {
        super(code);
        this.problem = new Problem(status.value(), code, status.getReasonPhrase(), detail, extras);
    }

    /** Returns what the client is told. */
    public Problem problem() {
        return problem;
    }
}
