package dev.pmt.gateway.admin;

import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.ServiceDoor;
import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/**
 * The loopback door: the edge's own health for everybody on this machine, the routing for who knows the secret, the list of
 * services for health, and the way from service to service.
 */
final class ManagementListener implements Handler<HttpServerRequest> {

    private static final String BEARER = "Bearer ";

    private final ManagementApi api;
    private final About about;
    private final ServiceDoor services;
    private final byte[] expected;
    private final Optional<ServiceProofs> health;

    ManagementListener(
            Vertx vertx, Routes routes, Ledger ledger, AdminSettings settings, ServiceDoor services, Clock clock) {
        api = new ManagementApi(routes, ledger, "management listener");
        about = new About(settings.version(), clock);
        this.services = services;
        expected = (BEARER + settings.secret()).getBytes(StandardCharsets.UTF_8);
        health = settings.healthKey().map(key -> new ServiceProofs(vertx, "health", key));
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (ServiceDoor.covers(request.path())) {
            services.handle(request);
            return;
        }
        switch (request.path()) {
            case "/actuator/health" -> about.health(request);
            case "/actuator/info" -> about.info(request);
            default -> {
                if (knowsSecret(request)) {
                    api.handle(request);
                } else {
                    letHealthRead(request);
                }
            }
        }
    }

    /** Health reads which services there are; it proves who it is by its key, and cannot change anything. */
    private void letHealthRead(HttpServerRequest request) {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var read = request.method().equals(HttpMethod.GET) && request.path().equals(ManagementApi.SERVICES);
        if (!read || health.isEmpty() || token == null || !token.startsWith(BEARER)) {
            Problems.send(request.response(), Problems.signInRequired());
            return;
        }
        health.get().accept(token.substring(BEARER.length())).onSuccess(accepted -> {
            if (accepted) {
                api.handle(request);
            } else {
                Problems.send(request.response(), Problems.signInRequired());
            }
        });
    }

    private boolean knowsSecret(HttpServerRequest request) {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8));
    }
}
