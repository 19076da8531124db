package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.ServiceDoor;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * The loopback door: the edge's own health for everybody on this machine, the routing for who knows the secret, the list of
 * services for health, and the way from service to service.
 */
final class ManagementListener implements Handler<HttpServerRequest> {

    private static final String BEARER = "Bearer ";
    private static final String ABOUT = "/internal/about";
    private static final Set<String> FOR_HEALTH = Set.of(ManagementApi.SERVICES, ManagementApi.TRAFFIC, ABOUT);

    private final ManagementApi api;
    private final About about;
    private final ServiceDoor services;
    private final byte[] expected;
    private final Optional<ServiceProofs> health;

    ManagementListener(Vertx vertx, ManagementApi api, AdminSettings settings, ServiceDoor services, Clock clock) {
        this.api = api;
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
                    guarded(request);
                } else {
                    letHealthRead(request);
                }
            }
        }
    }

    private void guarded(HttpServerRequest request) {
        if (request.path().equals(ABOUT)) {
            about.describe(request);
        } else {
            api.handle(request);
        }
    }

    /** Health reads which services there are and how they are used; it proves who it is by its key, and cannot change anything. */
    private void letHealthRead(HttpServerRequest request) {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var read = request.method().equals(HttpMethod.GET) && FOR_HEALTH.contains(request.path());
        if (!read || health.isEmpty() || token == null || !token.startsWith(BEARER)) {
            Problems.send(request.response(), Problems.signInRequired());
            return;
        }
        health.get().accept(token.substring(BEARER.length())).onSuccess(accepted -> {
            if (accepted) {
                guarded(request);
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
