package dev.pmt.auth.users;

import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds people on an administrator's word: the person and their invitation, both or neither. */
@Component
class Registration {

    private final UserEdits users;
    private final Invitations invitations;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Registration(
            UserEdits users,
            Invitations invitations,
            Supplier<UUID> ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.invitations = invitations;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    CreatedUser register(NewUser request, UserId actor) {
        var email = Email.parse(request.email())
                .orElseThrow(() -> new IllegalStateException("email must have been validated"));
        var user =
                User.added(new UserId(ids.get()), email, request.name(), Role.ofClaim(request.role()), clock.instant());
        return transaction.execute(status -> {
            if (!users.add(user, actor)) {
                throw new ProblemException(
                        HttpStatus.CONFLICT, "email-taken", "Somebody already signs in with this e-mail address.");
            }
            return new CreatedUser(UserView.complete(user), invitations.invite(user));
        });
    }
}
