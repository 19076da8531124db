package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers requests that Spring Security's firewall rejects before anything looks at them. */
final class RejectedRequests implements RequestRejectedHandler {

    private static final List<HttpMethod> METHODS = List.of(HttpMethod.values());

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        var known = METHODS.stream().anyMatch(method -> method.matches(request.getMethod()));
        ProblemWriter.write(response, known ? problem() : StatusProblems.of(405, "Nothing here knows this method."));
    }

    static Problem problem() {
        return Problem.of(
                400,
                "request-rejected",
                "Bad Request",
                "The path must hold no encoded slashes, no semicolons and no dot segments, and nothing may hold control characters.");
    }
}
