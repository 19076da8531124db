package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.Door;
import dev.pmt.gateway.routes.Load;
import dev.pmt.gateway.routes.Route;
import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;

/**
 * Where services find one another: {@code /to/<service>/<path>} goes to the service's {@code /<path>}, wherever it runs now.
 * It adds no credentials; the called service judges the caller's own.
 */
public final class ServiceDoor implements Handler<HttpServerRequest> {

    private static final String PREFIX = "/to/";

    private final HttpProxy proxy;

    /** Makes the door; for use on one event loop. */
    public ServiceDoor(Vertx vertx, Origins origins, Routes routes, Limits limits, URI url) {
        var upstream = new Upstream(vertx, origins, limits);
        proxy = HttpProxy.reverseProxy(origins.pooled())
                .origin(upstream::connect)
                .addInterceptor(new Addressing(routes))
                .addInterceptor(new HoldGate(routes, false))
                .addInterceptor(new HopByHop(url))
                .addInterceptor(upstream);
    }

    /** Tells whether a path is for this door. */
    public static boolean covers(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    /** Takes the service's name off the path. */
    private record Addressing(Routes routes) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var uri = context.request().getURI();
            var end = uri.indexOf('/', PREFIX.length());
            var service = end < 0 ? "" : uri.substring(PREFIX.length(), end);
            var table = routes.current();
            if (!table.services().contains(service)) {
                return Refusals.answer(context, Problems.notFound());
            }
            new Exchange(table, new Route(PREFIX + service, service, Door.OPEN, Load.NORMAL)).on(context);
            context.request().setURI(uri.substring(end));
            return context.sendRequest();
        }
    }
}
