package dev.pmt.gateway.proxy;

import dev.pmt.gateway.routes.Route;
import dev.pmt.gateway.routes.RouteTable;
import dev.pmt.gateway.traffic.Turn;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.ProxyContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What the interceptors know of one request on its way; lives on the event loop of the request. */
final class Exchange {

    private static final String KEY = "pmt.exchange";

    final Route route;
    final List<Access.Header> headers = new ArrayList<>();
    private RouteTable table;
    private String service;
    private @Nullable URI detour;
    private @Nullable Turn turn;
    private @Nullable HttpClientRequest outgoing;
    private @Nullable Problem problem;

    Exchange(RouteTable table, Route route) {
        this.table = table;
        this.route = route;
        service = route.service();
    }

    static Exchange of(ProxyContext context) {
        return Objects.requireNonNull(context.get(KEY, Exchange.class), "no exchange");
    }

    Exchange on(ProxyContext context) {
        context.set(KEY, this);
        return this;
    }

    /** Returns the table that holds for this request. */
    RouteTable table() {
        return table;
    }

    /** Names the service that is to answer. */
    String service() {
        return service;
    }

    /** Has another service answer than the one the route names first. */
    void turnTo(String other) {
        service = other;
    }

    /** Returns where the request goes; empty when the service is not registered. */
    Optional<URI> address() {
        return detour == null ? table.addressOf(service) : Optional.of(detour);
    }

    /** Goes to another address than the service's. */
    void detour(URI address) {
        detour = address;
    }

    boolean isDetoured() {
        return detour != null;
    }

    /** Goes on after a hold, to where the service is now; the turn ends when the request is on its way. */
    void goOn(RouteTable now, Turn mine) {
        table = now;
        turn = mine;
    }

    /** Remembers the outgoing request; fails when the exchange was stopped before there was a connection. */
    Future<HttpClientRequest> sentAs(HttpClientRequest request) {
        if (turn != null) {
            endOnceWritten(turn);
        }
        if (problem != null) {
            request.reset();
            return Future.failedFuture(new CancellationException(problem.code()));
        }
        outgoing = request.exceptionHandler(failure -> {
            // Whoever waits for the answer is told; without a handler Vert.x would log this as an error.
        });
        return Future.succeededFuture(request);
    }

    /** The proxy writes the head after this, and the part of a body that is there already after that. */
    private static void endOnceWritten(Turn turn) {
        var context = Objects.requireNonNull(Vertx.currentContext(), "must run on an event loop");
        context.runOnContext(head -> context.runOnContext(body -> turn.end()));
    }

    /** True once a connection to the service was there, so that something may have happened. */
    boolean wasSent() {
        return outgoing != null;
    }

    /** Stops the outgoing request; the caller will be answered with the problem. */
    void stop(Problem reason) {
        problem = reason;
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    @Nullable
    Problem problem() {
        return problem;
    }
}
