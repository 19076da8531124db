package dev.pmt.auth.credentials;

import dev.pmt.auth.users.Email;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks an e-mail address and a password, and tells nobody which of the two was wrong. */
@Component
public class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Users users;
    private final Credentials credentials;
    private final SignInThrottle throttle;

    SignIn(Users users, Credentials credentials, SignInThrottle throttle) {
        this.users = users;
        this.credentials = credentials;
        this.throttle = throttle;
    }

    /** Tries to sign somebody in who calls from this network address. */
    public Outcome attempt(Email email, String password, String address) {
        var pause = throttle.admit(email, address);
        if (!pause.isZero()) {
            var seconds = pause.plusNanos(999_999_999).toSeconds();
            log.warn("Sign-in paused for {} s after too many failures", seconds);
            return new Paused(seconds);
        }
        var user = users.find(email).orElse(null);
        var verified = credentials.verify(user == null ? null : user.id(), password);
        if (user == null || !verified || !user.active()) {
            return new Refused();
        }
        throttle.succeeded(email, address);
        return new SignedIn(user);
    }

    /** What came of a try. */
    public sealed interface Outcome {}

    /** The password is right and the person is active. */
    public record SignedIn(User user) implements Outcome {}

    /** Something is wrong; what, stays here. */
    public record Refused() implements Outcome {}

    /** Too many failures; nothing was checked, and nothing will be for so many seconds. */
    public record Paused(long seconds) implements Outcome {}
}
