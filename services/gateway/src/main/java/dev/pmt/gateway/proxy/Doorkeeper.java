package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.BearerToken;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets through what a route's door allows: a JWT in, personal API tokens and the edge's own cookies never. */
record Doorkeeper(Credentials credentials) implements ProxyInterceptor {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** Starts of the cookies that are the edge's own secret. */
    private static final List<String> OWN = List.of("pmt_session=", "pmt_signin_");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var headers = context.request().headers();
        return switch (Exchange.of(context).route.door()) {
            case OPEN -> {
                BearerToken.dropPersonal(headers);
                headers.remove(HttpHeaders.COOKIE);
                yield context.sendRequest();
            }
            case COOKIES -> {
                BearerToken.dropPersonal(headers);
                keepForeignCookies(headers);
                yield context.sendRequest();
            }
            case TOKEN -> withToken(context);
        };
    }

    private Future<ProxyResponse> withToken(ProxyContext context) {
        var request = context.request().proxiedRequest();
        var write = context.isWebSocket() || !SAFE.contains(request.method());
        return credentials.of(request, write).compose(access -> {
            Exchange.of(context).headers.addAll(access.headers());
            return switch (access) {
                case Access.Bearer(var token, var headers) -> {
                    context.request()
                            .headers()
                            .remove(HttpHeaders.COOKIE)
                            .set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
                    yield context.sendRequest();
                }
                case Access.Refused(var problem, var headers) -> Refusals.answer(context, problem);
            };
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var headers = context.response().headers();
        Exchange.of(context).headers.forEach(header -> headers.add(header.name(), header.value()));
        return context.sendResponse();
    }

    static void keepForeignCookies(MultiMap headers) {
        var kept = headers.getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && OWN.stream().noneMatch(cookie::startsWith))
                .collect(Collectors.joining("; "));
        if (kept.isEmpty()) {
            headers.remove(HttpHeaders.COOKIE);
        } else {
            headers.set(HttpHeaders.COOKIE, kept);
        }
    }
}
