package dev.pmt.gateway.tokens;

import dev.pmt.gateway.http.BearerToken;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import dev.pmt.gateway.session.AuthClient;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Credentials of programs at the public listener: a personal API token becomes a JWT.
 *
 * @param next whose business all other credentials are
 */
public record TokenCredentials(PersonalTokens tokens, AuthClient auth, Credentials next) implements Credentials {

    @Override
    public Future<Access> of(HttpServerRequest request, boolean write) {
        var own = BearerToken.of(request.headers()).filter(BearerToken::isPersonal);
        if (own.isEmpty()) {
            return next.of(request, write);
        }
        if (!own.get().isWellFormed()) {
            return Future.succeededFuture(refused(Problems.invalidToken()));
        }
        var client = ClientAddress.of(request.remoteAddress().hostAddress());
        return tokens.exchange(own.get(), client, auth::exchange).map(TokenCredentials::access);
    }

    @Override
    public Optional<Caller> callerOf(HttpServerRequest request) {
        return next.callerOf(request);
    }

    private static Access access(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var jwt) -> new Access.Bearer(jwt.value(), List.of());
            case Outcome.Refused() -> refused(Problems.invalidToken());
            case Outcome.Guessing(var pause) -> refused(Problems.tooManyTokens(pause));
            case Outcome.Unknown() -> refused(Problems.serviceDown());
        };
    }

    private static Access refused(Problem problem) {
        return new Access.Refused(problem, List.of());
    }
}
