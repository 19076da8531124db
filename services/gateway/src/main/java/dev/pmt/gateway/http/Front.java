package dev.pmt.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before the handlers of a listener: whatever they answer, the rules of this package hold for it. */
public final class Front implements Handler<HttpServerRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    /** A client that is still sending gets this long to read the answer before the rest is cut off … */
    private static final long LINGER_MILLIS = 1_000;
    /** … and may send this many bytes meanwhile, which are thrown away. */
    private static final long LINGER_BYTES = 4L * 1024 * 1024;

    private static final long WATCH_MILLIS = 10;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Vertx vertx;
    private final SecurityHeaders securityHeaders;
    private final SlowClients slowClients;
    private final RequestWatch watch;
    private final Handler<HttpServerRequest> inner;

    /**
     * Puts the rules in front of a handler; for use on one event loop.
     *
     * @param url the address that browsers use
     * @param idle how long a connection may stay without a complete request head
     */
    public Front(Vertx vertx, URI url, Duration idle, RequestWatch watch, Handler<HttpServerRequest> inner) {
        this.vertx = vertx;
        securityHeaders = new SecurityHeaders(url);
        slowClients = new SlowClients(vertx, idle);
        this.watch = watch;
        this.inner = inner;
    }

    /** Starts to watch a new connection. */
    public void opened(HttpConnection connection) {
        slowClients.opened(connection);
    }

    /** Answers what could not even be parsed. */
    public void refuse(HttpServerRequest request) {
        var response = request.response();
        response.headersEndHandler(end -> securityHeaders.addTo(response.headers()));
        Problems.send(response, Problems.unreadable(request.decoderResult().cause()));
    }

    @Override
    public void handle(HttpServerRequest request) {
        var response = request.response();
        var followed = watch.begin(request);
        slowClients.began(request.connection());
        response.headersEndHandler(end -> {
            securityHeaders.addTo(response.headers());
            if (response.getStatusCode() == SWITCHING_PROTOCOLS) {
                finished(request, followed, true);
                slowClients.upgraded(request.connection());
            }
        });
        response.endHandler(end -> finished(request, followed, true));
        response.closeHandler(closed -> {
            if (!response.ended()) {
                finished(request, followed, false);
            }
        });
        try {
            RequestTarget.refusal(request)
                    .ifPresentOrElse(problem -> Problems.send(response, problem), () -> inner.handle(request));
        } catch (RuntimeException e) {
            LOG.error("Request could not be handled", e);
            if (!response.headWritten()) {
                Problems.send(response, Problems.internal());
            }
        }
    }

    /** Counts the connections that are watched. */
    int watched() {
        return slowClients.watched();
    }

    private void finished(HttpServerRequest request, RequestWatch.Followed followed, boolean complete) {
        slowClients.ended(request.connection());
        if (HttpHeaders.CLOSE.toString().equals(request.response().headers().get(HttpHeaders.CONNECTION))) {
            linger(request);
        }
        followed.end(complete);
    }

    /** Watches by the clock: the request's handlers belong to whoever was reading the body. */
    private void linger(HttpServerRequest request) {
        var enough = request.bytesRead() + LINGER_BYTES;
        var watch = vertx.setPeriodic(WATCH_MILLIS, timer -> {
            if (request.bytesRead() > enough) {
                request.pause();
            }
        });
        vertx.setTimer(LINGER_MILLIS, timer -> {
            vertx.cancelTimer(watch);
            request.connection().close();
        });
    }
}
