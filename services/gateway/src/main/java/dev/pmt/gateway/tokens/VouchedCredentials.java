package dev.pmt.gateway.tokens;

import dev.pmt.gateway.http.BearerToken;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Credentials at the edge's own doors: a session, or a personal API token, whose JWTs auth itself gave the edge. A JWT that a
 * client brings is for the services, which verify it; the edge does not.
 *
 * @param next whose business the others are
 */
public record VouchedCredentials(Credentials next) implements Credentials {

    @Override
    public Future<Access> of(HttpServerRequest request, boolean write) {
        var brought = BearerToken.of(request.headers()).filter(token -> !token.isPersonal());
        return brought.isPresent()
                ? Future.succeededFuture(new Access.Refused(Problems.signInRequired(), List.of()))
                : next.of(request, write);
    }
}
