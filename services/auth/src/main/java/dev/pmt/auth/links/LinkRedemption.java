package dev.pmt.auth.links;

import dev.pmt.auth.credentials.Credentials;
import dev.pmt.auth.tokens.Sessions;
import dev.pmt.auth.users.AdministratorsLock;
import dev.pmt.auth.users.Email;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserEdits;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Uses a link up: it and what it brings about happen together or not at all. */
@Component
public class LinkRedemption {

    private final OneTimeLinks links;
    private final Users users;
    private final UserEdits edits;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AdministratorsLock lock;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LinkRedemption(
            OneTimeLinks links,
            Users users,
            UserEdits edits,
            Credentials credentials,
            Sessions sessions,
            AdministratorsLock lock,
            Supplier<UUID> ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.users = users;
        this.edits = edits;
        this.credentials = credentials;
        this.sessions = sessions;
        this.lock = lock;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes the holder of the link the first administrator. */
    public Outcome becomeAdministrator(String token, String name, Email email, String password) {
        var administrator = User.added(new UserId(ids.get()), email, name, Role.ADMIN, clock.instant());
        return redeem(password, hash -> {
            lock.acquire();
            if (users.oldestAdministrator().isPresent() || !links.use(new LinkToken(token))) {
                return new Gone();
            }
            if (!edits.add(administrator, administrator.id())) {
                return new EmailTaken();
            }
            credentials.set(administrator.id(), hash);
            return new Redeemed(administrator);
        });
    }

    /** Gives an invited person the name and password they chose. */
    public Outcome accept(String token, User invited, String name, String password) {
        return redeem(
                password,
                hash -> use(token, invited)
                        .<Outcome>map(user -> {
                            credentials.set(user.id(), hash);
                            return new Redeemed(edits.change(user, name.strip(), user.role(), user.id()));
                        })
                        .orElseGet(Gone::new));
    }

    /** Gives a person a new password and ends all their sessions. */
    public Outcome reset(String token, User person, String password) {
        return redeem(
                password,
                hash -> use(token, person)
                        .<Outcome>map(user -> {
                            credentials.set(user.id(), hash);
                            links.voidAll(user.id());
                            sessions.endFor(user.id());
                            return new Redeemed(user);
                        })
                        .orElseGet(Gone::new));
    }

    /** Uses the link of an active person up; locks the person first, as everything does that touches their links. */
    private Optional<User> use(String token, User person) {
        return users.lock(person.id()).filter(User::active).filter(user -> links.use(new LinkToken(token)));
    }

    private Outcome redeem(String password, Function<Credentials.HashedPassword, Outcome> effect) {
        var hash = credentials.hash(password);
        return transaction.execute(status -> {
            var outcome = effect.apply(hash);
            if (!(outcome instanceof Redeemed)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** What came of using a link. */
    public sealed interface Outcome {}

    /** It worked; this person may be signed in now. */
    public record Redeemed(User user) implements Outcome {}

    /** The link does not work any more. */
    public record Gone() implements Outcome {}

    /** Somebody else has this e-mail address; the link still works. */
    public record EmailTaken() implements Outcome {}
}
