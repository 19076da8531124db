package dev.pmt.auth.apitokens;

import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes API tokens for people who are active, and not too many. */
@Component
class ApiTokenDesk {

    private final ApiTokens tokens;
    private final Users users;
    private final ApiTokenSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ApiTokenDesk(
            ApiTokens tokens,
            Users users,
            ApiTokenSettings settings,
            Supplier<UUID> ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tokens = tokens;
        this.users = users;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    Made make(UserId owner, NewApiToken wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var token =
                new ApiToken(ids.get(), owner, wanted.name().strip(), wanted.granted(), now, expiry(wanted, now), null);
        var secret = TokenSecret.random();
        transaction.executeWithoutResult(status -> {
            if (users.lock(owner).filter(User::active).isEmpty()) {
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in, or send a valid bearer token.");
            }
            if (tokens.of(owner).size() >= settings.most()) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "too-many-tokens",
                        "You have " + settings.most() + " API tokens; revoke one that is not used any more.");
            }
            tokens.add(token, secret);
        });
        return new Made(token, secret);
    }

    private Instant expiry(NewApiToken wanted, Instant now) {
        return wanted.expiresAt() == null
                ? now.plus(settings.usual())
                : time(wanted.expiresAt())
                        .filter(end -> end.isAfter(now) && !end.isAfter(now.plus(settings.longest())))
                        .orElseThrow(this::badExpiry);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private ProblemException badExpiry() {
        var message = "must be a time such as 2027-01-31T12:00:00Z, in the future and at most "
                + settings.longest().toDays() + " days away";
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "expiresAt " + message,
                Map.of("errors", List.of(Map.of("field", "expiresAt", "message", message))));
    }

    /** A new token and its secret, which nobody can read again. */
    record Made(ApiToken token, TokenSecret secret) {}
}
