package dev.pmt.auth.users;

import dev.pmt.auth.users.Invitations.Invitation;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import dev.pmt.shared.web.Version;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes people on an administrator's word, one change at a time, so that two administrators who demote each other
 * together do not leave the installation without any. Who asks must administer now, not only when the token was made.
 */
@Component
public class Administration {

    private final Users users;
    private final UserEdits edits;
    private final Registration registration;
    private final List<Access> accesses;
    private final Invitations invitations;
    private final AdministratorsLock lock;
    private final TransactionTemplate transaction;

    Administration(
            Users users,
            UserEdits edits,
            Registration registration,
            List<Access> accesses,
            Invitations invitations,
            AdministratorsLock lock,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.edits = edits;
        this.registration = registration;
        this.accesses = List.copyOf(accesses);
        this.invitations = invitations;
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
    }

    CreatedUser add(CurrentUser actor, NewUser request) {
        return as(actor, () -> registration.register(request, id(actor)));
    }

    User change(CurrentUser actor, UserId id, long version, UserPatch patch) {
        return as(actor, () -> {
            var user = get(id);
            Version.check(version, user.version(), "This person");
            var role = patch.roleOr(user.role());
            if (role != Role.ADMIN) {
                keepAnAdministratorBeside(user);
            }
            return edits.change(user, patch.nameOr(user.name()), role, id(actor));
        });
    }

    User deactivate(CurrentUser actor, UserId id) {
        return as(actor, () -> {
            var user = get(id);
            keepAnAdministratorBeside(user);
            var inactive = edits.setActive(user, false, id(actor));
            accesses.forEach(access -> access.endFor(id));
            return inactive;
        });
    }

    User activate(CurrentUser actor, UserId id) {
        return as(actor, () -> edits.setActive(get(id), true, id(actor)));
    }

    /** Makes a link with which somebody sets a new password. */
    public Invitation resetLink(CurrentUser actor, UserId id) {
        return as(actor, () -> {
            var user = get(id);
            if (!user.active()) {
                throw new ProblemException(
                        HttpStatus.CONFLICT, "user-inactive", "This person is not active; activate them first.");
            }
            return invitations.resetPassword(user);
        });
    }

    private <T> T as(CurrentUser actor, Supplier<T> change) {
        require(actor.role() == Role.ADMIN);
        return transaction.execute(status -> {
            lock.acquire();
            require(users.find(id(actor)).filter(User::administers).isPresent());
            return change.get();
        });
    }

    private static UserId id(CurrentUser actor) {
        return new UserId(actor.id());
    }

    private User get(UserId id) {
        return users.lock(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "user-not-found", "There is no user with this id: " + id));
    }

    private void keepAnAdministratorBeside(User user) {
        if (user.administers() && !users.anotherAdministers(user.id())) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "last-administrator",
                    "Nobody else who has set a password is an administrator; make somebody one first.");
        }
    }

    private static void require(boolean administers) {
        if (!administers) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Only administrators do this; ask one of them.");
        }
    }
}
