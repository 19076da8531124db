package dev.pmt.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections that have had no request in hand for too long, whether they are silent or drip header bytes
 * (slow-loris). Belongs to one event loop.
 */
final class SlowClients {

    private static final class Idle {
        private int requests;
        private long since = System.nanoTime();
    }

    private final Map<HttpConnection, Idle> connections = new HashMap<>();
    private final long limitNanos;

    SlowClients(Vertx vertx, Duration limit) {
        limitNanos = limit.toNanos();
        vertx.setPeriodic(Math.max(50, limit.toMillis() / 10), timer -> closeIdle());
    }

    void opened(HttpConnection connection) {
        connections.put(connection, new Idle());
        connection.closeHandler(closed -> connections.remove(connection));
    }

    void began(HttpConnection connection) {
        var idle = connections.get(connection);
        if (idle != null) {
            idle.requests++;
        }
    }

    /** Forgets a connection that has become a socket: it belongs to the proxy now, and its end is not told here. */
    void upgraded(HttpConnection connection) {
        connections.remove(connection);
    }

    int watched() {
        return connections.size();
    }

    void ended(HttpConnection connection) {
        var idle = connections.get(connection);
        if (idle != null) {
            idle.requests--;
            idle.since = System.nanoTime();
        }
    }

    private void closeIdle() {
        var now = System.nanoTime();
        var late = new ArrayList<HttpConnection>();
        connections.forEach((connection, idle) -> {
            if (idle.requests == 0 && now - idle.since > limitNanos) {
                late.add(connection);
            }
        });
        late.forEach(connection -> connection.shutdown(0, TimeUnit.SECONDS));
    }
}
