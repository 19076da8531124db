package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.Turn;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Has the requests of a service that is held wait for their turn, their bodies unread; sockets are to come again.
 *
 * @param forked whether it is for routes of which a flag chooses the service, or for the others
 */
record HoldGate(Routes routes, boolean forked) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var exchange = Exchange.of(context);
        if (forked != (exchange.route.turn() != null)) {
            return context.sendRequest();
        }
        var hold = exchange.table().steeringOf(exchange.service()).hold();
        if (hold == null) {
            return context.sendRequest();
        }
        if (context.isWebSocket() && !hold.isOver()) {
            return Refusals.answer(context, Problems.held());
        }
        return hold.enter()
                .transform((turn, late) ->
                        turn == null ? Refusals.answer(context, Problems.held()) : goOn(context, exchange, turn));
    }

    private Future<ProxyResponse> goOn(ProxyContext context, Exchange exchange, Turn turn) {
        if (context.request().proxiedRequest().response().closed()) {
            turn.end();
            return Refusals.answer(context, Problems.held());
        }
        exchange.goOn(routes.current(), turn);
        return context.sendRequest().onComplete(answered -> turn.end());
    }
}
