package dev.pmt.gateway.proxy;

import dev.pmt.gateway.flags.Flags;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Has a route's other service answer those for whom its flag is on. */
record FlagChoice(Flags flags, WhoAsks who) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var exchange = Exchange.of(context);
        var turn = exchange.route.turn();
        if (turn != null && flags.isOn(turn.flag(), who.of(context))) {
            exchange.turnTo(turn.service());
        }
        return context.sendRequest();
    }
}
