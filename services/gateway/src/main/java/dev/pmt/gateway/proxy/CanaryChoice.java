package dev.pmt.gateway.proxy;

import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.CanaryRun;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Sends the canary's users to it, and takes all off it once it answers worse than it may. */
record CanaryChoice(Routes routes, WhoAsks who, Ledger ledger) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var exchange = Exchange.of(context);
        var run = exchange.table().steeringOf(exchange.service()).canary();
        if (run == null || !run.canary().covers(exchange.route.prefix())) {
            return context.sendRequest();
        }
        var chosen = who.of(context).map(Caller::id).filter(run.canary()::takes).isPresent();
        if (chosen) {
            exchange.detour(run.canary().address());
        }
        var began = System.nanoTime();
        return context.sendRequest().onSuccess(answer -> {
            var took = System.nanoTime() - began;
            var error = answer.getStatusCode() >= 500;
            if (chosen) {
                judge(exchange.service(), run, error, took);
            } else {
                run.watch().primaryAnswered(error, took);
            }
        });
    }

    private void judge(String service, CanaryRun run, boolean error, long took) {
        run.watch()
                .canaryAnswered(error, took)
                .filter(reason -> routes.rollBack(service, run.watch(), reason))
                .ifPresent(reason -> ledger.write(
                        "edge",
                        "canary rolled back",
                        new JsonObject().put("service", service).put("reason", reason)));
    }
}
