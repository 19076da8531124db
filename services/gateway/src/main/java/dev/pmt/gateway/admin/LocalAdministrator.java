package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Access;
import dev.pmt.gateway.proxy.Credentials;
import dev.pmt.gateway.session.AuthClient;
import dev.pmt.gateway.session.AuthRefused;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Credentials at the Unix socket: whoever may open it acts as an administrator, or as the user named in X-PMT-As. */
final class LocalAdministrator implements Credentials {

    static final String AS = "x-pmt-as";
    private static final Duration KEPT = Duration.ofMinutes(4).minusSeconds(10);

    private record Kept(Future<String> token, Instant until) {}

    private final AuthClient auth;
    private final Clock clock;
    private final Map<String, Kept> tokens = new HashMap<>();

    LocalAdministrator(AuthClient auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
    }

    @Override
    public Future<Access> of(HttpServerRequest request, boolean write) {
        var named = request.getHeader(AS);
        return token(named == null ? "" : named)
                .<Access>map(token -> new Access.Bearer(token, List.of()))
                .recover(failure -> Future.succeededFuture(new Access.Refused(problem(failure), List.of())));
    }

    private Future<String> token(String as) {
        var kept = tokens.get(as);
        if (kept != null && clock.instant().isBefore(kept.until)) {
            return kept.token;
        }
        var body = as.isEmpty() ? new JsonObject() : new JsonObject().put("as", as);
        var token = auth.post("/internal/tokens", body)
                .map(answer -> answer.getString("access_token"))
                .onFailure(failure -> tokens.remove(as));
        if (!token.failed()) {
            tokens.put(as, new Kept(token, clock.instant().plus(KEPT)));
        }
        return token;
    }

    private static Problem problem(Throwable failure) {
        if (!(failure instanceof AuthRefused refused)) {
            return Problems.serviceDown();
        }
        return refused.status() == 409
                ? Problem.of(
                        409,
                        "no-administrator",
                        "No administrator yet",
                        "Open the one-time link first, then try again.")
                : Problem.of(404, "user-not-found", "User not found", "X-PMT-As must name an active user's e-mail.");
    }
}
