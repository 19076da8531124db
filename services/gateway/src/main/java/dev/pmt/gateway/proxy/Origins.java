package dev.pmt.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;

/** The edge's connections to services; belongs to one event loop, so no request changes threads. */
public final class Origins {

    private static final int CONNECT_MILLIS = 2_000;
    /** To get a connection at all, waiting for a free one included. */
    private static final int OBTAIN_MILLIS = 5_000;

    /** Shorter than any service's keep-alive, so that the edge closes first and seldom meets a stale connection. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private static final int CONNECTIONS = 256;
    /** A socket keeps its connection for as long as it is open, so it must not take one from requests. */
    private static final int SOCKETS = 10_000;

    /** Shadows that hang keep their own connections busy and nobody else's. */
    private static final int MIRRORS = 64;

    private static final int WAITING = 2_048;

    private final HttpClient pooled;
    private final HttpClient fresh;
    private final HttpClient sockets;
    private final HttpClient mirrors;
    private final URI url;

    /** Makes empty pools; requests name the host of the external URL, so that services build right links. */
    public Origins(Vertx vertx, URI url) {
        this.url = url;
        var options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(64 * 1024)
                .setTcpNoDelay(true);
        var pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING);
        pooled = vertx.createHttpClient(options, pool);
        sockets = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(SOCKETS));
        mirrors = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MIRRORS));
        fresh = vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false), pool);
    }

    HttpClient pooled() {
        return pooled;
    }

    /** Begins a request on a pooled connection. */
    public Future<HttpClientRequest> request(URI address) {
        return pooled.request(options(address));
    }

    /** Begins a request on a connection of its own, for when a pooled one turned out to be stale. */
    public Future<HttpClientRequest> freshRequest(URI address) {
        return fresh.request(options(address));
    }

    /** Begins a request that is to become a WebSocket. */
    Future<HttpClientRequest> socketRequest(URI address) {
        return sockets.request(options(address));
    }

    /** Begins a request whose answer no caller waits for. */
    Future<HttpClientRequest> mirrorRequest(URI address) {
        return mirrors.request(options(address));
    }

    private RequestOptions options(URI address) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(address.getPort(), address.getHost()))
                .setHost(url.getHost())
                .setPort(portOf(url))
                .setConnectTimeout(OBTAIN_MILLIS);
    }

    /** Returns the URL's port, or its scheme's. */
    public static int portOf(URI url) {
        return url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }
}
