package dev.pmt.gateway.session;

import dev.pmt.gateway.http.BearerToken;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** Credentials at the public listener: the caller's own bearer token, otherwise the session cookie. */
record SessionCredentials(Sessions sessions, SameOrigin sameOrigin) implements Credentials {

    @Override
    public Future<Access> of(HttpServerRequest request, boolean write) {
        var own = BearerToken.of(request.headers());
        if (own.isPresent()) {
            return Future.succeededFuture(new Access.Bearer(own.get().value(), List.of()));
        }
        if (request.getCookie(Cookies.SESSION) != null && write && !sameOrigin.allows(request.headers())) {
            return Future.succeededFuture(new Access.Refused(Problems.crossSite(), List.of()));
        }
        return sessions.find(request).map(found -> switch (found) {
            case Sessions.Found.Live(var session, var cookies) ->
                new Access.Bearer(session.tokens().access(), Access.Header.setting(cookies));
            case Sessions.Found.None(var cookies) ->
                new Access.Refused(Problems.signInRequired(), Access.Header.setting(cookies));
            case Sessions.Found.Unknown() -> new Access.Refused(Problems.serviceDown(), List.of());
        });
    }

    @Override
    public Optional<Caller> callerOf(HttpServerRequest request) {
        return sessions.read(request)
                .flatMap(session -> Caller.of(session.tokens().access()));
    }
}
