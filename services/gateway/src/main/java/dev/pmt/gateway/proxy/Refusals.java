package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Problems;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.MediaType;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;

/** Answers a proxied request with a problem instead of the service's answer. */
final class Refusals {

    private static final String PROBLEM = "pmt.problem";

    private Refusals() {}

    static Future<ProxyResponse> answer(ProxyContext context, Problem problem) {
        context.set(PROBLEM, problem);
        var response = context.request()
                .release()
                .response()
                .setStatusCode(problem.status())
                .setBody(Body.body(Problems.json(problem), MediaType.parse(Problem.MEDIA_TYPE)));
        Problems.addHeaders(response.headers(), problem);
        return Future.succeededFuture(response);
    }

    /** A refused WebSocket has no answer of a service that the proxy could pass on, so the problem is sent directly. */
    static boolean isRefusedWebSocket(ProxyContext context) {
        return context.isWebSocket() && context.get(PROBLEM, Problem.class) != null;
    }

    static Future<Void> send(ProxyContext context) {
        var request = context.request().proxiedRequest();
        var problem = context.get(PROBLEM, Problem.class);
        request.resume();
        context.response()
                .headers()
                .forEach(header -> request.response().headers().add(header.getKey(), header.getValue()));
        return Problems.send(request.response(), problem == null ? Problems.internal() : problem);
    }
}
