package dev.pmt.gateway.http;

import dev.pmt.shared.service.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problems that the edge itself answers, and how they are written. */
public final class Problems {

    private static final String INVALID_TOKEN = "invalid-token";
    private static final String RETRY_AFTER = "retryAfter";

    private Problems() {}

    /** 400: the request target or a header could be read in two ways. */
    public static Problem badRequest(String detail) {
        return Problem.of(400, "bad-request", "Request not understood", detail);
    }

    /** 414, 431 or 400: what came is not HTTP as the edge accepts it. */
    static Problem unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException tooLong -> Problem.of(414, "uri-too-long", "Address too long", "Shorten it.");
            case TooLongHttpHeaderException tooLong ->
                Problem.of(431, "headers-too-large", "Headers too large", "Clear this site's cookies and try again.");
            case null, default -> badRequest("This is not a well-formed HTTP request.");
        };
    }

    /** 401: neither a session nor a bearer token. */
    public static Problem signInRequired() {
        return Problem.of(401, "not-signed-in", "Unauthorized", "Sign in at /session/sign-in, or send a bearer token.");
    }

    /** 401: a personal API token that auth does not know (any more). */
    public static Problem invalidToken() {
        return Problem.of(
                401,
                INVALID_TOKEN,
                "API token not valid",
                "This API token is unknown, expired or revoked. Make a new one in your profile.");
    }

    /** 429: too many API tokens from one address that auth did not know. */
    public static Problem tooManyTokens(Duration wait) {
        return new Problem(
                429,
                "too-many-tries",
                "Too many tries",
                "Too many API tokens from this address were not valid. Wait before the next try.",
                Map.of(RETRY_AFTER, Math.max(1, wait.toSeconds())));
    }

    /** 429: an API token that has made all the requests of its minute. */
    public static Problem tooManyRequests(int limit, long wait) {
        return new Problem(
                429,
                "rate-limited",
                "Too many requests",
                "This API token has made the " + limit + " requests that it has a minute. Wait " + wait
                        + " s; RateLimit in each answer tells how many are left.",
                Map.of(RETRY_AFTER, wait));
    }

    /** 403: a write or a socket that another site may have caused. */
    public static Problem crossSite() {
        return Problem.of(
                403,
                "cross-site-request",
                "Request from another site refused",
                "A change made with the session cookie, and a socket, must come from PMT's own pages.");
    }

    /** 404: no such door. */
    public static Problem notFound() {
        return Problem.of(404, "not-found", "Not found", "There is nothing at this address.");
    }

    /** 405: the door exists, the method does not. */
    public static Problem methodNotAllowed(String allowed) {
        return Problem.of(405, "method-not-allowed", "Method not allowed", "Allowed here: " + allowed + ".");
    }

    /** 408: the rest of the body did not come. */
    public static Problem slowBody() {
        return Problem.of(
                408,
                "body-too-slow",
                "Request Timeout",
                "The body did not arrive in time. What was asked may or may not have happened.");
    }

    /** 413: the body is over the limit. */
    public static Problem tooLarge(long limit) {
        return Problem.of(
                413, "content-too-large", "Content Too Large", "The body must have at most " + limit + " bytes here.");
    }

    /** 417: an expectation other than 100-continue. */
    public static Problem expectationFailed() {
        return Problem.of(417, "expectation-failed", "Expectation failed", "Only Expect: 100-continue is understood.");
    }

    /** 502: the service broke off a write. */
    public static Problem brokenOff() {
        return Problem.of(
                502,
                "service-broke-off",
                "Service broke off",
                "The service stopped answering. What was asked may or may not have happened.");
    }

    /** 503: the service does not run or broke off a read, so nothing happened. */
    public static Problem serviceDown() {
        return Problem.of(
                503,
                "service-unavailable",
                "Service unavailable",
                "This part of PMT is not running at the moment. Nothing was changed; try again soon.");
    }

    /** 503: the service is being moved and did not come back in time. */
    public static Problem held() {
        return Problem.of(
                503,
                "service-held",
                "Service being moved",
                "This part of PMT is just moving. Nothing was changed; try again soon.");
    }

    /** 504: the time limit ended first. */
    public static Problem tooSlow() {
        return Problem.of(
                504,
                "time-limit",
                "Time limit reached",
                "The service did not answer in time. What was asked may or may not have happened.");
    }

    /** 500: a mistake in the edge. */
    public static Problem internal() {
        return Problem.of(500, "internal-error", "Internal error", "The edge could not handle this request.");
    }

    /** Returns the problem as JSON. */
    public static Buffer json(Problem problem) {
        return new JsonObject(problem.body()).toBuffer();
    }

    /** Sets the headers that an answer with the problem has: 503 and 429 say when to come again, 401 how to identify. */
    public static void addHeaders(MultiMap headers, Problem problem) {
        headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 503) {
            headers.set("retry-after", "2");
        }
        if (problem.extras().get(RETRY_AFTER) instanceof Long seconds) {
            headers.set("retry-after", seconds.toString());
        }
        if (problem.status() == 401) {
            var known = problem.code().equals(INVALID_TOKEN);
            headers.set("www-authenticate", known ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        if (problem.status() == 413 || problem.status() == 408) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Ends the response with the problem. */
    public static Future<Void> send(HttpServerResponse response, Problem problem) {
        addHeaders(response.setStatusCode(problem.status()).headers(), problem);
        return response.end(json(problem));
    }
}
