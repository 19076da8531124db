package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.http.RequestTarget;
import dev.pmt.gateway.session.SessionDoor;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** The Unix socket: key rotation, the management API, and every service as the local administrator. */
record SocketDoor(KeyRotation keys, ManagementApi management, Handler<HttpServerRequest> services)
        implements Handler<HttpServerRequest> {

    @Override
    public void handle(HttpServerRequest request) {
        var path = request.path();
        if (path.equals(KeyRotation.PATH)) {
            keys.handle(request);
        } else if (path.startsWith("/internal/")) {
            management.handle(request);
        } else if (RequestTarget.isClosed(path) || SessionDoor.covers(path)) {
            Problems.send(request.response(), Problems.notFound());
        } else {
            services.handle(request);
        }
    }
}
