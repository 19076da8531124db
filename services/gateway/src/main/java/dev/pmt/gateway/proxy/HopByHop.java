package dev.pmt.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;

/**
 * Ends headers that hold for one connection only (RFC 9110 section 7.6.1) and tells services how the client came;
 * what a client says about that itself is dropped.
 */
final class HopByHop implements ProxyInterceptor {

    private static final List<String> ONE_HOP =
            List.of("keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization", "te", "trailer");
    /** Starts of header names that only the edge may set. */
    private static final List<String> SPOOFABLE = List.of("x-forwarded-", "x-pmt-");

    private static final List<String> TELLING = List.of("server", "x-powered-by");

    private final URI url;

    HopByHop(URI url) {
        this.url = url;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var headers = context.request().headers();
        dropOneHop(headers, context.isWebSocket());
        headers.names().stream()
                .filter(name ->
                        SPOOFABLE.stream().anyMatch(start -> name.regionMatches(true, 0, start, 0, start.length())))
                .toList()
                .forEach(headers::remove);
        headers.remove("forwarded")
                .remove("x-real-ip")
                .set("x-forwarded-proto", url.getScheme())
                .set("x-forwarded-host", url.getRawAuthority())
                .set("x-forwarded-port", String.valueOf(Origins.portOf(url)));
        var client = context.request().proxiedRequest().remoteAddress();
        if (client != null && client.isInetSocket()) {
            headers.set("x-forwarded-for", client.hostAddress());
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        var upstream = response.proxiedResponse();
        if (upstream != null && !context.isWebSocket()) {
            dropOneHop(response.headers(), false);
            TELLING.forEach(response.headers()::remove);
            if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
                response.setBody(null);
                upstream.resume();
            }
        }
        return context.sendResponse();
    }

    private static void dropOneHop(MultiMap headers, boolean upgrade) {
        if (upgrade) {
            headers.remove("proxy-authorization");
            return;
        }
        for (var named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : named.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
        headers.remove(HttpHeaders.CONNECTION).remove(HttpHeaders.UPGRADE);
        ONE_HOP.forEach(headers::remove);
    }
}
