package dev.pmt.auth.account;

import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserEdits;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people change what others see of them. */
@Component
class Profiles {

    private final Users users;
    private final UserEdits edits;
    private final TransactionTemplate transaction;

    Profiles(Users users, UserEdits edits, PlatformTransactionManager transactions) {
        this.users = users;
        this.edits = edits;
        this.transaction = new TransactionTemplate(transactions);
    }

    User get(UserId id) {
        return users.find(id).orElseThrow(Profiles::unknown);
    }

    User change(UserId id, long version, ProfilePatch patch) {
        return transaction.execute(status -> {
            var user = users.lock(id).filter(User::active).orElseThrow(Profiles::unknown);
            Version.check(version, user.version(), "This person");
            return edits.change(user, patch.nameOr(user.name()), user.role(), id);
        });
    }

    private static ProblemException unknown() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "user-not-found", "The person whom this token is for is not here any more.");
    }
}
