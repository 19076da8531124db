package dev.pmt.auth.links;

import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.links.LinkPurpose.FirstAdministrator;
import dev.pmt.auth.links.LinkPurpose.Invited;
import dev.pmt.auth.users.Invitations;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out one-time links and says what each is good for. */
@Component
public class LinkDesk implements Invitations {

    private final OneTimeLinks links;
    private final Users users;
    private final FirstAdministratorLock lock;
    private final LinkSettings settings;
    private final Installation installation;
    private final TransactionTemplate transaction;

    LinkDesk(
            OneTimeLinks links,
            Users users,
            FirstAdministratorLock lock,
            LinkSettings settings,
            Installation installation,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.users = users;
        this.lock = lock;
        this.settings = settings;
        this.installation = installation;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes the link for the first administrator; empty when there is an administrator. */
    public Optional<Invitation> inviteFirstAdministrator() {
        return transaction.execute(status -> {
            lock.acquire();
            if (users.oldestAdministrator().isPresent()) {
                return Optional.<Invitation>empty();
            }
            var token = LinkToken.random();
            var expiresAt = links.addForFirstAdministrator(token, settings.firstAdministrator());
            return Optional.of(new Invitation(installation.at("/auth/link/" + token.value()), expiresAt));
        });
    }

    @Override
    public Invitation invite(User user) {
        return transaction.execute(status -> {
            var token = LinkToken.random();
            var expiresAt = links.addForInvited(token, user.id(), settings.invitation());
            return new Invitation(installation.at("/auth/link/" + token.value()), expiresAt);
        });
    }

    /** Says what the token of a link is good for; empty when it is unknown, used, voided or expired. */
    public Optional<LinkPurpose> purpose(String token) {
        return links.findOpen(new LinkToken(token))
                .flatMap(link -> link.user().isPresent()
                        ? link.user().flatMap(users::find).filter(User::active).map(Invited::new)
                        : Optional.of(new FirstAdministrator())
                                .filter(any -> users.oldestAdministrator().isEmpty()));
    }
}
