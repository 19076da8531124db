package dev.pmt.gateway.admin;

import dev.pmt.shared.service.ThisProcess;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;

/** Tells health how the edge is, in the form of the other services' actuator. */
final class About {

    private final String version;
    private final Instant startedAt;

    About(String version, Clock clock) {
        this.version = version;
        this.startedAt = clock.instant();
    }

    void health(HttpServerRequest request) {
        send(request, new JsonObject().put("status", "UP"));
    }

    /** Tells more: in which process it runs. */
    void describe(HttpServerRequest request) {
        send(
                request,
                new JsonObject()
                        .put("version", version)
                        .put("startedAt", startedAt.toString())
                        .put("process", new JsonObject(ThisProcess.describe())));
    }

    void info(HttpServerRequest request) {
        send(request, new JsonObject().put("version", version).put("startedAt", startedAt.toString()));
    }

    private static void send(HttpServerRequest request, JsonObject content) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(content.toBuffer());
    }
}
