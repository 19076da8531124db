package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.session.AuthClient;
import dev.pmt.gateway.session.AuthRefused;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has auth make a new signing key; at the Unix socket only, as nobody but the machine's administrator may. */
record KeyRotation(AuthClient auth) implements Handler<HttpServerRequest> {

    static final String PATH = "/internal/keys/rotate";
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    @Override
    public void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            request.response().putHeader(HttpHeaders.ALLOW, "POST");
            Problems.send(request.response(), Problems.methodNotAllowed("POST"));
            return;
        }
        auth.post(PATH, new JsonObject())
                .onSuccess(answer -> LOG.atInfo().log("signing key rotated"))
                .onComplete(
                        answer -> done(request, answer),
                        failure -> Problems.send(request.response(), problem(failure)));
    }

    private static Future<Void> done(HttpServerRequest request, JsonObject answer) {
        return answer.isEmpty()
                ? request.response().setStatusCode(204).end()
                : request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .end(answer.toBuffer());
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof AuthRefused refused
                ? Problem.of(
                        409,
                        "keys-not-rotated",
                        "Keys not rotated",
                        "The service that signs did not make a new key (" + refused.status() + ").")
                : Problems.serviceDown();
    }
}
