package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.BearerToken;
import dev.pmt.gateway.http.Caller;
import io.vertx.httpproxy.ProxyContext;
import java.util.Optional;

/** Knows for whom a service will answer: by the token that it gets, otherwise by the browser's session. */
record WhoAsks(Credentials credentials) {

    Optional<Caller> of(ProxyContext context) {
        return BearerToken.of(context.request().headers())
                .flatMap(token -> Caller.of(token.value()))
                .or(() -> credentials.callerOf(context.request().proxiedRequest()));
    }
}
