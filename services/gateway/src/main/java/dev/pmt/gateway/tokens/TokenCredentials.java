package dev.pmt.gateway.tokens;

import dev.pmt.gateway.http.BearerToken;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import dev.pmt.gateway.session.AccessToken;
import dev.pmt.gateway.session.AuthClient;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Credentials of programs at the public listener: a personal API token becomes a JWT.
 *
 * @param budget how many requests a token may make
 * @param next whose business all other credentials are
 */
public record TokenCredentials(PersonalTokens tokens, RequestBudget budget, AuthClient auth, Credentials next)
        implements Credentials {

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
        var digest = own.get().digest();
        return tokens.exchange(digest, client, () -> auth.exchange(own.get().value()))
                .map(outcome -> access(digest, outcome));
    }

    @Override
    public Optional<Caller> callerOf(HttpServerRequest request) {
        return next.callerOf(request);
    }

    private Access access(String digest, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var jwt) ->
                budget.take(digest)
                        .map(left -> access(jwt, left))
                        .orElseGet(() -> new Access.Bearer(jwt.value(), List.of()));
            case Outcome.Refused() -> refused(Problems.invalidToken());
            case Outcome.Guessing(var pause) -> refused(Problems.tooManyTokens(pause));
            case Outcome.Unknown() -> refused(Problems.serviceDown());
        };
    }

    private static Access access(AccessToken jwt, RequestBudget.Left left) {
        return left.isSpent()
                ? new Access.Refused(Problems.tooManyRequests(left.limit(), left.resets()), left.headers())
                : new Access.Bearer(jwt.value(), left.headers());
    }

    private static Access refused(Problem problem) {
        return new Access.Refused(problem, List.of());
    }
}
