package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The problems of failures of which only the status is known. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                of(status, "The request must be well-formed HTTP, its request line and headers together at most 8 KB.");
            case 404 -> of(status, "Nothing is served at this path.");
            case 413 -> of(status, "The request body is larger than this path takes.");
            case 414 -> of(status, "The request target must be shorter.");
            case 431 -> of(status, "The request headers must be smaller.");
            case 500 ->
                Problem.of(
                        500,
                        "internal-error",
                        "Internal Server Error",
                        "Something went wrong on the server; the log has the details.");
            default -> of(status, title(status));
        };
    }

    /** Makes a problem whose code and title follow from the status. */
    static Problem of(int status, String detail) {
        var code = title(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Problem.of(status, code, title(status), detail);
    }

    private static String title(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
