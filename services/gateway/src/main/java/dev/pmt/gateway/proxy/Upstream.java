package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Problems;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;

/** The last step before the service: streams the request, keeps its limits and turns every failure into a problem. */
record Upstream(Vertx vertx, Origins origins, Limits limits) implements ProxyInterceptor {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var exchange = Exchange.of(context);
        if (exchange.address().isEmpty()) {
            return Refusals.answer(context, Problems.serviceDown());
        }
        if (context.isWebSocket()) {
            return context.sendRequest().recover(failure -> Refusals.answer(context, problem(context)));
        }
        allowBody(context);
        return hasBody(context) ? sendBody(context, exchange) : sendBodyless(context, exchange);
    }

    /** Begins the outgoing request on a pooled connection; the proxy calls this. */
    Future<HttpClientRequest> connect(ProxyContext context) {
        return connect(context, context.isWebSocket() ? origins::socketRequest : origins::request);
    }

    private Future<HttpClientRequest> connect(
            ProxyContext context, Function<URI, Future<HttpClientRequest>> connection) {
        var exchange = Exchange.of(context);
        var address = exchange.address();
        if (address.isEmpty()) {
            return Future.failedFuture(new ConnectException("not registered"));
        }
        return connection.apply(address.get()).compose(exchange::sentAs);
    }

    private Future<ProxyResponse> sendBodyless(ProxyContext context, Exchange exchange) {
        context.request().setBody(null);
        context.request().proxiedRequest().resume();
        var timer = vertx.setTimer(limits.time().toMillis(), id -> exchange.stop(Problems.tooSlow()));
        return context.sendRequest()
                .recover(failure -> mayRepeat(context, failure)
                        ? connect(context, origins::freshRequest).compose(context.request()::send)
                        : Future.failedFuture(failure))
                .onComplete(done -> vertx.cancelTimer(timer))
                .recover(failure -> Refusals.answer(context, problem(context)));
    }

    private Future<ProxyResponse> sendBody(ProxyContext context, Exchange exchange) {
        var limit = limits.bodyFor(exchange.route.load());
        var body = context.request().getBody();
        var counted = new LimitedBody(body.stream(), limit, () -> exchange.stop(Problems.tooLarge(limit)));
        context.request().setBody(Body.body(counted, body.length(), body.mediaType()));
        var patience = new Patience(vertx, limits.time(), exchange, counted);
        return context.sendRequest()
                .onComplete(done -> patience.end())
                .recover(failure -> Refusals.answer(context, problem(context)));
    }

    private static boolean mayRepeat(ProxyContext context, Throwable failure) {
        var exchange = Exchange.of(context);
        return isRead(context)
                && exchange.wasSent()
                && exchange.problem() == null
                && (failure instanceof HttpClosedException || failure instanceof IOException);
    }

    private static boolean isRead(ProxyContext context) {
        return READS.contains(context.request().getMethod());
    }

    static boolean hasBody(ProxyContext context) {
        var headers = context.request().proxiedRequest().headers();
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private static void allowBody(ProxyContext context) {
        if (context.request().headers().contains(HttpHeaders.EXPECT)) {
            context.request().headers().remove(HttpHeaders.EXPECT);
            context.request().proxiedRequest().response().writeContinue();
        }
    }

    private static Problem problem(ProxyContext context) {
        var exchange = Exchange.of(context);
        var known = exchange.problem();
        if (known != null) {
            return known;
        }
        return exchange.wasSent() && !isRead(context) ? Problems.brokenOff() : Problems.serviceDown();
    }
}
