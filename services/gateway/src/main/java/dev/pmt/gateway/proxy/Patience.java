package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.Load;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Stops a request with a body after the time limit; each piece of an import starts the time anew. */
final class Patience {

    private final Vertx vertx;
    private final Duration limit;
    private final Exchange exchange;
    private final LimitedBody body;
    private long timer;

    Patience(Vertx vertx, Duration limit, Exchange exchange, LimitedBody body) {
        this.vertx = vertx;
        this.limit = limit;
        this.exchange = exchange;
        this.body = body;
        waitFor(limit.toNanos());
    }

    void end() {
        vertx.cancelTimer(timer);
    }

    private void waitFor(long nanos) {
        timer = vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), id -> check());
    }

    private void check() {
        var left = limit.toNanos() - (System.nanoTime() - body.lastNanos());
        if (exchange.route.load() == Load.BULK && left > 0) {
            waitFor(left);
        } else {
            exchange.stop(body.waitsForClient() ? Problems.slowBody() : Problems.tooSlow());
        }
    }
}
