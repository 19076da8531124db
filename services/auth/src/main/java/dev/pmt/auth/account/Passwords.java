package dev.pmt.auth.account;

import dev.pmt.auth.credentials.Credentials;
import dev.pmt.auth.credentials.PasswordRule;
import dev.pmt.auth.credentials.SignIn;
import dev.pmt.auth.credentials.SignIn.Paused;
import dev.pmt.auth.credentials.SignIn.Refused;
import dev.pmt.auth.credentials.SignIn.SignedIn;
import dev.pmt.auth.links.LinkDesk;
import dev.pmt.auth.tokens.Sessions;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a password for whoever knows the old one, and ends their other sessions and open links. */
@Component
class Passwords {

    private final SignIn signIn;
    private final PasswordRule rule;
    private final Credentials credentials;
    private final Users users;
    private final Sessions sessions;
    private final LinkDesk links;
    private final TransactionTemplate transaction;

    Passwords(
            SignIn signIn,
            PasswordRule rule,
            Credentials credentials,
            Users users,
            Sessions sessions,
            LinkDesk links,
            PlatformTransactionManager transactions) {
        this.signIn = signIn;
        this.rule = rule;
        this.credentials = credentials;
        this.users = users;
        this.sessions = sessions;
        this.links = links;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Changes the password; {@code address} is the caller's, for the throttle. */
    void change(AccountHolder holder, PasswordRequest wanted, String address) {
        var user = holder.user();
        var current = wanted.current();
        var replacement = wanted.replacement();
        if (current == null || current.isEmpty()) {
            throw invalid("invalid-request", "current", "must be given");
        }
        if (replacement == null) {
            throw invalid("invalid-request", "new", "must be given");
        }
        rule.objection(replacement, user.email().value()).ifPresent(objection -> {
            throw invalid("invalid-request", "new", "does not fit. " + objection);
        });
        switch (signIn.attempt(user.email(), current, address)) {
            case SignedIn(var verified) -> set(holder, replacement);
            case Refused() -> throw invalid("wrong-password", "current", "is wrong");
            case Paused(var seconds) -> throw tooManyTries(seconds);
        }
    }

    private void set(AccountHolder holder, String replacement) {
        var id = holder.user().id();
        var hash = credentials.hash(replacement);
        transaction.executeWithoutResult(status -> {
            if (users.lock(id).filter(User::active).isPresent()) {
                credentials.set(id, hash);
                links.endFor(id);
                sessions.endAllBut(id, holder.session());
            }
        });
    }

    private static ProblemException tooManyTries(long seconds) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-tries",
                "Too many wrong passwords in a row; wait " + seconds + " seconds, then try again.",
                Duration.ofSeconds(seconds));
    }

    private static ProblemException invalid(String code, String field, String message) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                code,
                field + " " + message,
                Map.of("errors", List.of(Map.of("field", field, "message", message))));
    }
}
