package dev.pmt.gateway.admin;

import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.traffic.RefusedRule;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a change that an administrator asks for, makes it, and answers. */
final class Changes {

    private static final int LARGEST_BODY = 16 * 1024;
    private static final String BY = "x-pmt-by";

    private final Ledger ledger;
    private final String door;

    /** Makes changes that come through a door of this name. */
    Changes(Ledger ledger, String door) {
        this.ledger = ledger;
        this.door = door;
    }

    /** Makes the change and answers 204, or 200 with JSON when there is some. */
    void make(HttpServerRequest request, Function<JsonObject, Future<JsonObject>> change) {
        read(request)
                .compose(body -> change.apply(body)
                        .compose(answer -> ledger.write(
                                        who(request), request.method().name() + " " + request.path(), body)
                                .map(answer)
                                .recover(failure -> Future.failedFuture(new NotKept()))))
                .onSuccess(answer -> {
                    if (answer.isEmpty()) {
                        request.response().setStatusCode(204).end();
                    } else {
                        send(request, answer.toBuffer());
                    }
                })
                .onFailure(failure -> Problems.send(request.response(), problem(failure)));
    }

    /** The door is certain; the name is what the caller says. */
    String who(HttpServerRequest request) {
        var by = request.getHeader(BY);
        return by == null ? door : door + ": " + by;
    }

    /** Says what a failure of a change means for whoever asked. */
    static Problem problem(Throwable failure) {
        return switch (failure) {
            case RefusedRule refused -> Problems.badRequest(refused.getMessage());
            case Refused refused -> refused.problem();
            case NotKept notKept ->
                Problem.of(
                        500,
                        "change-not-kept",
                        "Change not kept",
                        "The change is in force, but could not be written down: it is lost when the edge restarts. Its"
                                + " log tells why.");
            default -> Problems.badRequest("Send a JSON object with the members that this door knows.");
        };
    }

    /** Makes a change that has nothing to answer. */
    void set(HttpServerRequest request, Consumer<JsonObject> change) {
        make(request, body -> {
            change.accept(body);
            return Future.succeededFuture(new JsonObject());
        });
    }

    /** Answers with JSON. */
    static void send(HttpServerRequest request, Buffer json) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json);
    }

    /** Reads the body, a JSON object or nothing. */
    static Future<JsonObject> read(HttpServerRequest request) {
        var whole = Promise.<Buffer>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() <= LARGEST_BODY) {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> {
            if (body.length() <= LARGEST_BODY) {
                whole.tryComplete(body);
            } else {
                whole.tryFail(new Refused(Problems.tooLarge(LARGEST_BODY)));
            }
        });
        return whole.future().map(Changes::json);
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalArgumentException("body must be a JSON object", e);
        }
    }
}
