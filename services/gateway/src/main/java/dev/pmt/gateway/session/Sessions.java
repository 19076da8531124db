package dev.pmt.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the session that a request comes with and keeps it fresh. */
final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** What became of a request's session cookie. */
    sealed interface Found {
        /** A session with a usable access token; cookies hold the refreshed one, if it was. */
        record Live(Session session, List<String> cookies) implements Found {}

        /** No session, or one that is over; cookies clear what the browser still holds. */
        record None(List<String> cookies) implements Found {}

        /** A session that must be refreshed while auth cannot be asked. */
        record Unknown() implements Found {}
    }

    private final AuthClient auth;
    private final SessionMemory memory;
    private final Sealer sealer;
    private final Cookies cookies;
    private final Clock clock;

    Sessions(AuthClient auth, SessionMemory memory, Sealer sealer, Cookies cookies, Clock clock) {
        this.auth = auth;
        this.memory = memory;
        this.sealer = sealer;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** Returns the session that the cookie holds, fresh or not. */
    Optional<Session> read(HttpServerRequest request) {
        var cookie = request.getCookie(Cookies.SESSION);
        return cookie == null
                ? Optional.empty()
                : Session.openedBy(sealer, cookie.getValue()).filter(session -> !memory.isEnded(session));
    }

    /** Returns the session with an access token that is good for a while; never fails. */
    Future<Found> find(HttpServerRequest request) {
        if (request.getCookie(Cookies.SESSION) == null) {
            return Future.succeededFuture(new Found.None(List.of()));
        }
        var session = read(request);
        if (session.isEmpty()) {
            return Future.succeededFuture(new Found.None(List.of(cookies.noSession())));
        }
        var soon = clock.instant().plus(ClientSettings.REFRESH_BEFORE);
        return session.get().expires().isAfter(soon)
                ? Future.succeededFuture(new Found.Live(session.get(), List.of()))
                : refreshed(session.get());
    }

    private Future<Found> refreshed(Session old) {
        return memory.refreshOnce(
                        old.tokens().refresh(),
                        () -> auth.refresh(old.tokens()).map(tokens -> Session.of(old.id(), tokens)))
                .<Found>map(session -> memory.isEnded(session)
                        ? new Found.None(List.of(cookies.noSession()))
                        : new Found.Live(session, List.of(cookies.session(session.sealedBy(sealer)))))
                .recover(failure -> Future.succeededFuture(afterFailure(old, failure)));
    }

    private Found afterFailure(Session old, Throwable failure) {
        if (failure instanceof AuthRefused) {
            return new Found.None(List.of(cookies.noSession()));
        }
        LOG.atWarn().setCause(failure).log("Session could not be refreshed");
        return clock.instant().isBefore(old.expires()) ? new Found.Live(old, List.of()) : new Found.Unknown();
    }
}
