package dev.pmt.gateway.session;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The little that the edge remembers of sessions, for minutes at most and shared by all event loops: refreshes under way
 * or just done, so that many tabs cause one, and sessions just ended, so that a late answer cannot revive them.
 */
public final class SessionMemory {

    /** Longer than an access token lives; its refresh token is revoked at auth. */
    private static final long ENDED_MILLIS = 10 * 60 * 1_000L;

    private final ConcurrentMap<String, Future<Session>> refreshes = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;

    /** Starts empty. */
    public SessionMemory(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs the refresh unless one for the same token runs or has just run; answers on the caller's event loop. */
    Future<Session> refreshOnce(String refreshToken, Supplier<Future<Session>> refresh) {
        var context = vertx.getOrCreateContext();
        var mine = Promise.<Session>promise();
        var first = refreshes.putIfAbsent(refreshToken, mine.future());
        if (first != null) {
            return on(context, first);
        }
        refresh.get().onComplete(result -> {
            if (result.succeeded() || result.cause() instanceof AuthRefused) {
                vertx.setTimer(ClientSettings.GRACE.toMillis(), timer -> refreshes.remove(refreshToken));
            } else {
                refreshes.remove(refreshToken);
            }
            mine.handle(result);
        });
        return on(context, mine.future());
    }

    void end(Session session) {
        if (ended.add(session.id())) {
            vertx.setTimer(ENDED_MILLIS, timer -> ended.remove(session.id()));
        }
    }

    boolean isEnded(Session session) {
        return ended.contains(session.id());
    }

    private static <T> Future<T> on(Context context, Future<T> future) {
        var here = Promise.<T>promise();
        future.onComplete(result -> context.runOnContext(now -> here.handle(result)));
        return here.future();
    }
}
