package dev.pmt.gateway.session;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** Credentials at the public listener: the caller's own bearer token, otherwise the session cookie. */
record SessionCredentials(Sessions sessions, SameOrigin sameOrigin) implements Credentials {

    private static final String BEARER = "Bearer ";

    @Override
    public Future<Access> of(HttpServerRequest request, boolean write) {
        var own = bearer(request);
        if (own.isPresent()) {
            return Future.succeededFuture(new Access.Bearer(own.get(), List.of()));
        }
        if (request.getCookie(Cookies.SESSION) != null && write && !sameOrigin.allows(request.headers())) {
            return Future.succeededFuture(new Access.Refused(Problems.crossSite(), List.of()));
        }
        return sessions.find(request).map(found -> switch (found) {
            case Sessions.Found.Live(var session, var cookies) ->
                new Access.Bearer(session.tokens().access(), cookies);
            case Sessions.Found.None(var cookies) -> new Access.Refused(Problems.signInRequired(), cookies);
            case Sessions.Found.Unknown() -> new Access.Refused(Problems.serviceDown(), List.of());
        });
    }

    /** Returns the bearer token that the caller sent itself (RFC 6750 section 2.1). */
    static Optional<String> bearer(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip()).filter(token -> !token.isEmpty())
                : Optional.empty();
    }
}
