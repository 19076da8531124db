package dev.pmt.gateway.tokens;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Work under way by key, shared by all event loops: who asks for the same meanwhile waits for its end. */
final class Flights<T> {

    private final ConcurrentMap<String, Future<T>> running = new ConcurrentHashMap<>();
    private final Vertx vertx;

    Flights(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Begins the work unless it is under way; answers on the caller's event loop. */
    Future<T> join(String key, Supplier<Future<T>> work) {
        var context = vertx.getOrCreateContext();
        var mine = Promise.<T>promise();
        var first = running.putIfAbsent(key, mine.future());
        if (first != null) {
            return on(context, first);
        }
        work.get().onComplete(result -> {
            running.remove(key);
            mine.handle(result);
        });
        return on(context, mine.future());
    }

    private static <T> Future<T> on(Context context, Future<T> future) {
        var here = Promise.<T>promise();
        future.onComplete(result -> context.runOnContext(now -> here.handle(result)));
        return here.future();
    }
}
