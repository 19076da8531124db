package dev.pmt.gateway.proxy;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.LoopCounts;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.net.URI;

/** Sends each request to the service that its path belongs to; belongs to one event loop. */
public final class EdgeProxy implements Handler<HttpServerRequest> {

    private final HttpProxy proxy;

    /** Chains the steps that every request takes, in order. */
    public EdgeProxy(
            Vertx vertx,
            Origins origins,
            Routes routes,
            Limits limits,
            URI url,
            Credentials credentials,
            Ledger ledger,
            Flags flags,
            LoopCounts counts) {
        var who = new WhoAsks(credentials);
        var upstream = new Upstream(vertx, origins, limits);
        proxy = HttpProxy.reverseProxy(origins.pooled())
                .origin(upstream::connect)
                .addInterceptor(new Admission(routes, limits, url), true)
                .addInterceptor(new Counting(counts), true)
                .addInterceptor(new HoldGate(routes, false), true)
                .addInterceptor(new Doorkeeper(credentials), true)
                .addInterceptor(new FlagChoice(flags, who), true)
                .addInterceptor(new HoldGate(routes, true), true)
                .addInterceptor(new CanaryChoice(routes, who, ledger), true)
                .addInterceptor(new ShadowTap(vertx, new Mirror(vertx, origins)), true)
                .addInterceptor(new HopByHop(url), true)
                .addInterceptor(upstream, true);
    }

    @Override
    public void handle(HttpServerRequest request) {
        proxy.handle(request);
    }
}
