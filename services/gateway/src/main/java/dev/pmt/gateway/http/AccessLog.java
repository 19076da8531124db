package dev.pmt.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one structured line a request: no query strings, cookies, credentials or one-time links. */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("pmt.access");
    private static final String LINK = "/auth/link/";

    private AccessLog() {}

    static void write(HttpServerRequest request, long nanos, boolean complete, String trace) {
        var response = request.response();
        LOG.atInfo()
                .addKeyValue("method", request.method().name())
                .addKeyValue("path", withoutSecrets(RequestTarget.path(request.uri())))
                .addKeyValue("status", response.getStatusCode())
                .addKeyValue("bytes", response.bytesWritten())
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
                .addKeyValue("complete", complete)
                .addKeyValue("traceId", trace)
                .log("request");
    }

    /** Returns the path without what only its reader may know. */
    public static String withoutSecrets(String path) {
        return path.startsWith(LINK) ? LINK + "…" : path;
    }
}
