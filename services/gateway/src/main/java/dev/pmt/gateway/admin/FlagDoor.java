package dev.pmt.gateway.admin;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.http.Jwt;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** What the public listener says of flags: to administrators all of them, to others which are on for them. */
public final class FlagDoor implements Handler<HttpServerRequest> {

    /** Where administrators see and change flags. */
    public static final String ADMIN = "/api/v1/admin/flags";

    private static final String OWN = "/session/flags";

    private final Flags flags;
    private final FlagsApi api;
    private final Credentials credentials;

    /** Makes the door; the credentials are those that the edge can vouch for. */
    public FlagDoor(Flags flags, Routes routes, Ledger ledger, Clock clock, Credentials credentials) {
        this.flags = flags;
        this.credentials = credentials;
        api = new FlagsApi(flags, new FlagView(flags, routes, ledger, clock));
    }

    /** Tells whether a path belongs to this door. */
    public static boolean covers(String path) {
        return path.equals(OWN) || path.equals(ADMIN) || path.startsWith(ADMIN + "/");
    }

    @Override
    public void handle(HttpServerRequest request) {
        var write =
                !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
        request.pause();
        credentials.of(request, write).onSuccess(access -> {
            access.headers().forEach(header -> request.response().headers().add(header.name(), header.value()));
            request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            switch (access) {
                case Access.Refused(var problem, var headers) -> Problems.send(request.response(), problem);
                case Access.Bearer(var token, var headers) -> let(request, token, write);
            }
            request.resume();
        });
    }

    private void let(HttpServerRequest request, String token, boolean write) {
        var caller = Caller.of(token);
        if (request.path().equals(OWN)) {
            own(request, caller);
            return;
        }
        refusal(caller, token, write)
                .ifPresentOrElse(
                        problem -> Problems.send(request.response(), problem),
                        () -> api.handle(
                                request,
                                request.path().substring(ADMIN.length()),
                                "user " + caller.map(Caller::id).orElseThrow()));
    }

    private void own(HttpServerRequest request, Optional<Caller> caller) {
        if (request.method().equals(HttpMethod.GET)) {
            var on = new JsonObject().put("flags", new JsonArray(flags.onFor(caller)));
            Changes.send(request, on.toBuffer());
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, "GET");
            Problems.send(request.response(), Problems.methodNotAllowed("GET"));
        }
    }

    private static Optional<Problem> refusal(Optional<Caller> caller, String token, boolean write) {
        if (caller.filter(Caller::isAdmin).isEmpty()) {
            return Optional.of(Problem.of(
                    403, "forbidden", "Forbidden", "Only administrators see and change flags; ask one of them."));
        }
        return write && !mayWrite(Jwt.claims(token))
                ? Optional.of(Problem.of(
                        403,
                        "insufficient-scope",
                        "Forbidden",
                        "This API token may only read; make one with the scope write."))
                : Optional.empty();
    }

    /** A session's token names no scopes and may do whatever its user may. */
    private static boolean mayWrite(JsonObject claims) {
        var scope = claims.getString("scope");
        return scope == null || Arrays.asList(scope.split(" ", -1)).contains("write");
    }
}
