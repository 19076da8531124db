package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.traffic.RefusedRule;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a change that an administrator asks for, makes it, and answers. */
final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int LARGEST_BODY = 16 * 1024;

    private Changes() {}

    /** Makes the change and answers 204, or 200 with JSON when there is some. */
    static void make(HttpServerRequest request, Function<JsonObject, Future<JsonObject>> change) {
        read(request)
                .compose(change)
                .onSuccess(answer -> {
                    LOG.atInfo()
                            .addKeyValue("method", request.method().name())
                            .addKeyValue("path", request.path())
                            .log("routing changed");
                    if (answer.isEmpty()) {
                        request.response().setStatusCode(204).end();
                    } else {
                        send(request, answer.toBuffer());
                    }
                })
                .onFailure(failure -> Problems.send(
                        request.response(),
                        Problems.badRequest(
                                failure instanceof RefusedRule
                                        ? String.valueOf(failure.getMessage())
                                        : "Send a JSON object with the members that this door knows.")));
    }

    /** Answers with JSON. */
    static void send(HttpServerRequest request, Buffer json) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json);
    }

    private static Future<JsonObject> read(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() > String.valueOf(LARGEST_BODY).length()) {
            return Future.failedFuture("body too long");
        }
        return request.body().map(Changes::json);
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalArgumentException("body must be a JSON object", e);
        }
    }
}
