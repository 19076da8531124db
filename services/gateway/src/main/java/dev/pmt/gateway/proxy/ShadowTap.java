package dev.pmt.gateway.proxy;

import dev.pmt.gateway.traffic.ShadowRun;
import dev.pmt.gateway.traffic.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Copies some of the primary's answers while they pass, and has them compared when the caller has them. */
record ShadowTap(Vertx vertx, Mirror mirror) implements ProxyInterceptor {

    private static final Set<HttpMethod> MIRRORED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** A caller who takes so long to read keeps no place. */
    private static final long READING_MILLIS = 30_000;

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var exchange = Exchange.of(context);
        var run = exchange.table().steeringOf(exchange.service()).shadow();
        return run == null || !run.shadow().covers(exchange.route.prefix())
                ? context.sendResponse()
                : tap(context, exchange, run);
    }

    private Future<Void> tap(ProxyContext context, Exchange exchange, ShadowRun run) {
        var primary = exchange.address();
        return primary.isPresent()
                        && isMirrored(context, exchange)
                        && ThreadLocalRandom.current().nextDouble(100)
                                < run.shadow().sample()
                        && run.report().begin(run.shadow().most())
                ? copy(context, primary.get(), run)
                : context.sendResponse();
    }

    /** Only what a service has answered itself, at the primary, to a request without a body. */
    private static boolean isMirrored(ProxyContext context, Exchange exchange) {
        return MIRRORED.contains(context.request().getMethod())
                && !context.isWebSocket()
                && !exchange.isDetoured()
                && context.response().proxiedResponse() != null
                && !Upstream.hasBody(context);
    }

    private Future<Void> copy(ProxyContext context, URI primary, ShadowRun run) {
        var request = new Mirror.Request(
                context.request().getMethod(),
                context.request().getURI(),
                context.request().headers());
        var response = context.response();
        var first = Mirror.snapshot(response.getStatusCode(), response.headers(), Buffer.buffer());
        var captured = captured(context, run.shadow().body());
        if (captured == null) {
            return context.sendResponse().onComplete(sent -> compare(request, primary, first, run));
        }
        var timer = vertx.setTimer(READING_MILLIS, id -> giveUp(captured, run));
        return context.sendResponse().onComplete(sent -> {
            var body = captured.kept();
            if (!vertx.cancelTimer(timer)) {
                return;
            }
            if (sent.failed() || body == null) {
                giveUp(captured, run);
            } else {
                compare(request, primary, first.with(body), run);
            }
        });
    }

    private void compare(Mirror.Request request, URI primary, Snapshot first, ShadowRun run) {
        mirror.compare(request, primary, first, run)
                .onComplete(done -> run.report().end());
    }

    private static void giveUp(CapturedBody captured, ShadowRun run) {
        captured.giveUp();
        run.report().tooLarge();
        run.report().end();
    }

    private static @Nullable CapturedBody captured(ProxyContext context, int limit) {
        var body = context.response().getBody();
        if (body == null) {
            return null;
        }
        var captured = new CapturedBody(body.stream(), limit);
        context.response().setBody(Body.body(captured, body.length(), body.mediaType()));
        return captured;
    }
}
