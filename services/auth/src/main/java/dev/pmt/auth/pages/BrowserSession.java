package dev.pmt.auth.pages;

import dev.pmt.auth.tokens.SignedInUser;
import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs a browser in and out at auth; only a signed-in browser has a session. */
@Component
class BrowserSession {

    private final HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();
    private final Users users;
    private final Clock clock;

    BrowserSession(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** Starts a session under a new id, so that nobody can have planted it (session fixation). */
    void start(UserId user, HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var context = new SecurityContextImpl(new SignedInUser(user, clock.instant()).authentication());
        SecurityContextHolder.setContext(context);
        repository.saveContext(context, request, response);
    }

    /** Returns who is signed in here and still may be. */
    Optional<User> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(SignedInUser::of)
                .flatMap(signedIn -> users.findSignedIn(signedIn.id(), signedIn.at()));
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    }
}
