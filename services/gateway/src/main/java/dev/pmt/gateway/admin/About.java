package dev.pmt.gateway.admin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells health how the edge is, in the form of the other services' actuator. */
final class About {

    private final Clock clock;
    private final Instant started;

    About(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    void health(HttpServerRequest request) {
        send(request, new JsonObject().put("status", "UP"));
    }

    void info(HttpServerRequest request) {
        var version = About.class.getPackage().getImplementationVersion();
        send(
                request,
                new JsonObject()
                        .put("version", version == null ? "development" : version)
                        .put(
                                "uptimeSeconds",
                                Duration.between(started, clock.instant()).toSeconds()));
    }

    private static void send(HttpServerRequest request, JsonObject content) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(content.toBuffer());
    }
}
