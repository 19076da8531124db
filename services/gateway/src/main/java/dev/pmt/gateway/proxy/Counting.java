package dev.pmt.gateway.proxy;

import dev.pmt.gateway.traffic.LoopCounts;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Counts what each service is asked, how long its answers take to begin, and which fail; sockets are counted while open. */
record Counting(LoopCounts counts) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var exchange = Exchange.of(context);
        if (context.isWebSocket()) {
            return context.sendRequest();
        }
        var response = context.request().proxiedRequest().response();
        var began = System.nanoTime();
        return context.sendRequest().onComplete((answer, failure) -> {
            // Who has left is told nothing, so nothing has failed.
            if (!response.closed()) {
                var failed = failure != null || answer.getStatusCode() >= 500;
                counts.answered(exchange.service(), failed, System.nanoTime() - began);
            }
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var joined = context.isWebSocket() && context.response().getStatusCode() == 101;
        return joined ? context.sendResponse().onSuccess(sent -> count(context)) : context.sendResponse();
    }

    /** The proxy has joined both sockets by now, each to be closed with the other; this does so too. */
    private void count(ProxyContext context) {
        var service = Exchange.of(context).service();
        var origin = context.response().proxiedResponse().netSocket();
        context.request().proxiedRequest().toNetSocket().onSuccess(client -> {
            counts.opened(service);
            client.closeHandler(closed -> {
                counts.closed(service);
                origin.close();
            });
        });
    }
}
