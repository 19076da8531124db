package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.AccessLog;
import dev.pmt.gateway.http.RequestTarget;
import dev.pmt.gateway.traffic.Difference;
import dev.pmt.gateway.traffic.ShadowRun;
import dev.pmt.gateway.traffic.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Set;

/** Asks a shadow what the primary has answered, and the primary once more where they differ; for use on one event loop. */
final class Mirror {

    private static final long ANSWER_MILLIS = 5_000;

    private final Vertx vertx;
    private final Origins origins;

    Mirror(Vertx vertx, Origins origins) {
        this.vertx = vertx;
        this.origins = origins;
    }

    /** A request to repeat, as it went to the primary. */
    record Request(HttpMethod method, String uri, MultiMap headers) {

        Request {
            headers = MultiMap.caseInsensitiveMultiMap()
                    .addAll(headers)
                    .remove(HttpHeaders.HOST)
                    .remove(HttpHeaders.CONTENT_LENGTH);
        }

        String path() {
            return AccessLog.withoutSecrets(RequestTarget.path(uri));
        }
    }

    /** Compares; the future is done when the report knows, and never fails. */
    Future<Void> compare(Request request, URI primary, Snapshot first, ShadowRun run) {
        var shadow = run.shadow();
        return read(request, shadow.address(), shadow.body())
                .compose(answer -> difference(first, answer))
                .compose(fields -> fields.isEmpty()
                        ? report(run, request, fields, Set.of())
                        : read(request, primary, shadow.body())
                                .compose(second -> difference(first, second))
                                .compose(noise -> report(run, request, fields, noise)))
                .recover(failure -> {
                    if (failure instanceof TooLarge) {
                        run.report().tooLarge();
                    } else {
                        run.report().unanswered();
                    }
                    return Future.succeededFuture();
                });
    }

    private static Future<Void> report(ShadowRun run, Request request, Set<String> fields, Set<String> noise) {
        run.report().compared(request.method().name(), request.path(), Difference.without(noise, fields), noise);
        return Future.succeededFuture();
    }

    /** Parsing takes milliseconds, which no event loop has. */
    private Future<Set<String>> difference(Snapshot one, Snapshot other) {
        return vertx.executeBlocking(() -> Difference.between(one, other), false);
    }

    private Future<Snapshot> read(Request request, URI address, int limit) {
        return origins.mirrorRequest(address).compose(out -> {
            var timer = vertx.setTimer(ANSWER_MILLIS, id -> out.reset());
            out.exceptionHandler(failure -> {
                        // Whoever waits for the answer is told.
                    })
                    .setMethod(request.method())
                    .setURI(request.uri());
            out.headers().addAll(request.headers());
            return out.send()
                    .compose(answer -> collect(out, answer, limit))
                    .onComplete(done -> vertx.cancelTimer(timer));
        });
    }

    private static Future<Snapshot> collect(HttpClientRequest out, HttpClientResponse answer, int limit) {
        var body = Buffer.buffer();
        var done = Promise.<Snapshot>promise();
        answer.exceptionHandler(done::tryFail)
                .handler(buffer -> {
                    if (body.length() + buffer.length() > limit) {
                        done.tryFail(new TooLarge());
                        out.reset();
                    } else {
                        body.appendBuffer(buffer);
                    }
                })
                .endHandler(end -> done.tryComplete(snapshot(answer.statusCode(), answer.headers(), body)));
        return done.future();
    }

    static Snapshot snapshot(int status, MultiMap headers, Buffer body) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        return new Snapshot(status, type == null ? "" : type, body);
    }

    private static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too large to compare", null, false, false);
        }
    }
}
