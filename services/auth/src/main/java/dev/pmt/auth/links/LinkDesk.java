package dev.pmt.auth.links;

import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.links.LinkPurpose.FirstAdministrator;
import dev.pmt.auth.links.LinkPurpose.Invited;
import dev.pmt.auth.links.LinkPurpose.PasswordReset;
import dev.pmt.auth.links.OneTimeLinks.OpenLink;
import dev.pmt.auth.users.Access;
import dev.pmt.auth.users.AdministratorsLock;
import dev.pmt.auth.users.Invitations;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out one-time links and says what each is good for. */
@Component
public class LinkDesk implements Invitations, Access {

    private final OneTimeLinks links;
    private final Users users;
    private final AdministratorsLock lock;
    private final LinkSettings settings;
    private final Installation installation;
    private final TransactionTemplate transaction;

    LinkDesk(
            OneTimeLinks links,
            Users users,
            AdministratorsLock lock,
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
            return Optional.of(link(token -> links.addForFirstAdministrator(token, settings.firstAdministrator())));
        });
    }

    @Override
    public Invitation invite(User user) {
        return transaction.execute(
                status -> link(token -> links.addForInvited(token, user.id(), settings.invitation())));
    }

    @Override
    public Invitation resetPassword(User user) {
        return transaction.execute(status -> {
            links.voidAll(user.id());
            return link(token -> links.addForReset(token, user.id(), settings.passwordReset()));
        });
    }

    @Override
    public void endFor(UserId user) {
        links.voidAll(user);
    }

    /** Says what the token of a link is good for; empty when it is unknown, used, voided or expired. */
    public Optional<LinkPurpose> purpose(String token) {
        return links.findOpen(new LinkToken(token)).flatMap(this::purpose);
    }

    private Optional<LinkPurpose> purpose(OpenLink link) {
        if (link.user().isEmpty()) {
            return users.oldestAdministrator().isEmpty() ? Optional.of(new FirstAdministrator()) : Optional.empty();
        }
        return link.user()
                .flatMap(users::find)
                .filter(User::active)
                .map(user -> link.resetsPassword() ? new PasswordReset(user) : new Invited(user));
    }

    private Invitation link(Function<LinkToken, Instant> add) {
        var token = LinkToken.random();
        return new Invitation(installation.at("/auth/link/" + token.value()), add.apply(token));
    }
}
