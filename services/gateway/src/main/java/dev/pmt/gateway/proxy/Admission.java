package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.http.RequestTarget;
import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Finds the route and refuses what no service needs to see. */
record Admission(Routes routes, Limits limits, URI url) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var table = routes.current();
        var request = context.request().proxiedRequest();
        var path = OlderPrefixes.path(context, table);
        var route = table.routeFor(path);
        if (route.isEmpty() || (!path.equals(request.path()) && RequestTarget.isClosed(path))) {
            return Refusals.answer(context, Problems.notFound());
        }
        var exchange = new Exchange(table, route.get()).on(context);
        var limit = limits.bodyFor(exchange.route.load());
        if (announcedLength(request.getHeader(HttpHeaders.CONTENT_LENGTH)) > limit) {
            return Refusals.answer(context, Problems.tooLarge(limit));
        }
        var expectation = request.getHeader(HttpHeaders.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase("100-continue")) {
            return Refusals.answer(context, Problems.expectationFailed());
        }
        return context.isWebSocket() && isForeign(request.getHeader(HttpHeaders.ORIGIN))
                ? Refusals.answer(context, Problems.crossSite())
                : context.sendRequest();
    }

    /** A browser lets any page open a socket anywhere, and says which page that is (RFC 6455 section 10.2). */
    private boolean isForeign(@Nullable String origin) {
        return origin != null && !origin.equals(url.getScheme() + "://" + url.getRawAuthority());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        OlderPrefixes.tell(context);
        return Refusals.isRefusedWebSocket(context) ? Refusals.send(context) : context.sendResponse();
    }

    private static long announcedLength(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
