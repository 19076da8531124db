package dev.pmt.auth.account;

import dev.pmt.auth.tokens.Sessions;
import dev.pmt.auth.tokens.Sessions.Session;
import dev.pmt.shared.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers somebody is signed in with. */
@RestController
@RequestMapping(path = "/api/v1/users/me/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionsController {

    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    SessionList list(AccountHolder holder) {
        return new SessionList(
                sessions.of(holder.user().id()).stream()
                        .map(session -> SessionView.of(session, holder))
                        .toList(),
                null);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(AccountHolder holder) {
        sessions.endFor(holder.user().id());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(AccountHolder holder, @PathVariable UUID id) {
        if (!sessions.end(holder.user().id(), id)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "session-not-found", "You have no session with this id: " + id);
        }
    }

    record SessionList(List<SessionView> items, @Nullable String next) {}

    record SessionView(
            UUID id,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String userAgent,
            boolean current) {

        static SessionView of(Session session, AccountHolder holder) {
            return new SessionView(
                    session.id(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.userAgent(),
                    session.id().toString().equals(holder.session()));
        }
    }
}
