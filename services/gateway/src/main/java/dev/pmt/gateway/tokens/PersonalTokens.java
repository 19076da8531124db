package dev.pmt.gateway.tokens;

import dev.pmt.gateway.session.AccessToken;
import dev.pmt.gateway.session.AuthRefused;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the edge knows of personal API tokens, by their SHA-256 and shared by all event loops. An answer of auth holds
 * for so short a time that a revoked token is dead within a minute.
 */
public final class PersonalTokens {

    /** Counted from before auth was asked, so an answer that is slow to come is not kept longer. */
    private static final Duration ACCEPTED_FOR = Duration.ofSeconds(55);

    private static final Duration REFUSED_FOR = Duration.ofSeconds(5);
    private static final int MOST = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(PersonalTokens.class);

    private record Kept(Outcome outcome, Instant until) {}

    /** Apart, so that guesses cannot push good tokens out. Good ones stay beyond their time: see ask. */
    private final RecentlyUsed<Kept> accepted = new RecentlyUsed<>(MOST);

    private final RecentlyUsed<Kept> refused = new RecentlyUsed<>(MOST);
    private final Flights<Outcome> flights;
    private final FailedExchanges failures;
    private final Clock clock;

    /**
     * Starts without knowing any token.
     *
     * @param failuresPerMinute refused exchanges that one client address has
     */
    public PersonalTokens(Vertx vertx, int failuresPerMinute, Clock clock) {
        flights = new Flights<>(vertx);
        failures = new FailedExchanges(failuresPerMinute, clock);
        this.clock = clock;
    }

    /** Answers for a token, named by its digest, from memory, or asks auth, once for all who come with it meanwhile; never fails. */
    Future<Outcome> exchange(String key, String client, Supplier<Future<AccessToken>> auth) {
        return remembered(key)
                .map(Future::succeededFuture)
                .orElseGet(() -> flights.join(
                        key,
                        () -> remembered(key).map(Future::succeededFuture).orElseGet(() -> ask(key, client, auth))));
    }

    private Optional<Outcome> remembered(String key) {
        var now = clock.instant();
        return Optional.ofNullable(accepted.get(key))
                .filter(kept -> now.isBefore(kept.until))
                .or(() -> Optional.ofNullable(refused.get(key)).filter(kept -> now.isBefore(kept.until)))
                .map(Kept::outcome);
    }

    /** A token that was good lately is no guess, so a guesser behind the same proxy does not lock its owner out. */
    private Future<Outcome> ask(String key, String client, Supplier<Future<AccessToken>> auth) {
        var guess = accepted.get(key) == null;
        var wait = guess ? failures.begin(client) : Optional.<Duration>empty();
        if (wait.isPresent()) {
            return Future.succeededFuture(new Outcome.Guessing(wait.get()));
        }
        var begun = clock.instant();
        return Future.<Void>succeededFuture()
                .compose(begin -> auth.get())
                .map(jwt -> accept(key, jwt, begun))
                .recover(failure -> Future.succeededFuture(afterFailure(key, failure, begun)))
                .onSuccess(outcome -> {
                    if (guess) {
                        failures.end(client, outcome instanceof Outcome.Refused);
                    }
                });
    }

    private Outcome accept(String key, AccessToken jwt, Instant begun) {
        var limit = begun.plus(ACCEPTED_FOR);
        var outcome = new Outcome.Accepted(jwt);
        accepted.put(key, new Kept(outcome, jwt.expires().isBefore(limit) ? jwt.expires() : limit));
        refused.remove(key);
        return outcome;
    }

    private Outcome afterFailure(String key, Throwable failure, Instant begun) {
        if (!(failure instanceof AuthRefused)) {
            LOG.atWarn().setCause(failure).log("API token could not be exchanged");
            return new Outcome.Unknown();
        }
        var outcome = new Outcome.Refused();
        accepted.remove(key);
        refused.put(key, new Kept(outcome, begun.plus(REFUSED_FOR)));
        return outcome;
    }
}
