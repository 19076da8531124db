package dev.pmt.gateway.http;

import dev.pmt.shared.service.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses requests that the edge and a service could read differently: what is refused here cannot be smuggled past a
 * route (RFC 9112 sections 3.2 and 6.1; RFC 3986 section 6.2.2).
 */
public final class RequestTarget {

    private static final List<String> CLOSED = List.of("actuator", "internal");
    /** Encoded separators and dots, backslash, semicolon, percent and NUL change meaning when decoded once more. */
    private static final List<String> AMBIGUOUS = List.of("%2e", "%2f", "%5c", "%3b", "%25", "%00");

    private RequestTarget() {}

    static Optional<Problem> refusal(HttpServerRequest request) {
        var method = request.method().name();
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            return Optional.of(Problems.methodNotAllowed("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
        }
        if (request.authority() == null) {
            return Optional.of(Problems.badRequest("The Host header must name a host."));
        }
        if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return Optional.of(Problems.badRequest("A body must have one length, not two."));
        }
        var path = path(request.uri());
        return isPlain(path)
                ? Optional.empty()
                : Optional.of(Problems.badRequest("The path must be plain: no //, no dot segments, no ; or \\, "
                        + "neither as such nor percent-encoded."));
    }

    /** Tells whether a path is never for the outside: management and services' own doors for each other. */
    public static boolean isClosed(String path) {
        return CLOSED.contains(firstSegment(path));
    }

    /** Returns a request target without its query. */
    public static String path(String uri) {
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static String firstSegment(String path) {
        var end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String path) {
        if (!path.startsWith("/") || path.contains("//") || !hasOnlyPathCharacters(path)) {
            return false;
        }
        if (path.contains("/.") && hasDotSegment(path)) {
            return false;
        }
        if (path.indexOf('%') < 0) {
            return true;
        }
        var lower = path.toLowerCase(Locale.ROOT);
        return AMBIGUOUS.stream().noneMatch(lower::contains) && isWellEncoded(lower);
    }

    private static boolean hasDotSegment(String path) {
        for (var segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOnlyPathCharacters(String path) {
        for (int i = 0; i < path.length(); i++) {
            var c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';' || c == '#') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWellEncoded(String path) {
        for (var at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length()
                    || Character.digit(path.charAt(at + 1), 16) < 0
                    || Character.digit(path.charAt(at + 2), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
