package dev.pmt.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends headers that hold for one connection only (RFC 9110 section 7.6.1) and tells services how the client came;
 * what a client says about that itself is dropped.
 */
final class HopByHop implements ProxyInterceptor {

    private static final List<CharSequence> ONE_HOP = names(
            "connection",
            "upgrade",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer");
    /** Starts of header names that only the edge may set. */
    private static final List<String> SPOOFABLE = List.of("x-forwarded-", "x-pmt-");

    private static final List<CharSequence> SAID_BY_CLIENT = names("forwarded", "x-real-ip");
    /** What services are made with is their secret; the time of an answer is that of the edge, which keeps none. */
    private static final List<CharSequence> SAID_BY_SERVICE = names("server", "x-powered-by", "date");

    private static final CharSequence PROXY_AUTHORIZATION = HttpHeaders.createOptimized("proxy-authorization");
    private static final CharSequence FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence PORT = HttpHeaders.createOptimized("x-forwarded-port");

    private final CharSequence proto;
    private final CharSequence host;
    private final CharSequence port;

    HopByHop(URI url) {
        proto = HttpHeaders.createOptimized(url.getScheme());
        host = HttpHeaders.createOptimized(url.getRawAuthority());
        port = HttpHeaders.createOptimized(String.valueOf(Origins.portOf(url)));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var headers = context.request().headers();
        dropOneHop(headers, context.isWebSocket());
        dropSpoofed(headers);
        headers.set(PROTO, proto).set(HOST, host).set(PORT, port);
        var client = context.request().proxiedRequest().remoteAddress();
        if (client != null && client.isInetSocket()) {
            headers.set(FOR, client.hostAddress());
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        var upstream = response.proxiedResponse();
        if (upstream != null && !context.isWebSocket()) {
            dropOneHop(response.headers(), false);
            SAID_BY_SERVICE.forEach(response.headers()::remove);
            if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
                response.setBody(null);
                upstream.resume();
            }
        }
        return context.sendResponse();
    }

    private static void dropOneHop(MultiMap headers, boolean upgrade) {
        if (upgrade) {
            headers.remove(PROXY_AUTHORIZATION);
            return;
        }
        for (var named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : named.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
        ONE_HOP.forEach(headers::remove);
    }

    private static void dropSpoofed(MultiMap headers) {
        var spoofed = new ArrayList<String>();
        for (var header : headers) {
            if (isSpoofable(header.getKey())) {
                spoofed.add(header.getKey());
            }
        }
        spoofed.forEach(headers::remove);
        SAID_BY_CLIENT.forEach(headers::remove);
    }

    private static boolean isSpoofable(String name) {
        for (var start : SPOOFABLE) {
            if (name.regionMatches(true, 0, start, 0, start.length())) {
                return true;
            }
        }
        return false;
    }

    private static List<CharSequence> names(String... names) {
        return Stream.of(names).map(HttpHeaders::createOptimized).toList();
    }
}
