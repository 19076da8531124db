package dev.pmt.web;

import dev.pmt.shared.service.Problem;
import dev.pmt.shared.service.ThisProcess;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells {@code health}, which proves by its key who it is, in which process this service runs, and nobody else. */
record About(Optional<JWTAuth> health, String version, String startedAt) implements Handler<HttpServerRequest> {

    static final String PATH = "/internal/about";
    /** This service, as proofs for it name their audience. */
    static final String AUDIENCE = "pmt-web";

    private static final String BEARER = "Bearer ";

    /** Trusts the public key of health, an EC JWK on curve P-256; without one nobody is told anything. */
    static About trusting(Vertx vertx, Optional<String> publicJwk, String version, String startedAt) {
        var verifier = publicJwk.map(jwk -> JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addJwk(new JsonObject(jwk).put("alg", "ES256").put("use", "sig"))
                        .setJWTOptions(new JWTOptions()
                                .setAlgorithm("ES256")
                                .setIssuer("health")
                                .addAudience(AUDIENCE))));
        return new About(verifier, version, startedAt);
    }

    @Override
    public void handle(HttpServerRequest request) {
        isHealth(request.getHeader(HttpHeaders.AUTHORIZATION)).onSuccess(proven -> {
            if (proven) {
                request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .end(content().toBuffer());
            } else {
                var refusal = Problem.of(401, "not-signed-in", "Unauthorized", "Only the health service is told this.");
                request.response()
                        .setStatusCode(refusal.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .end(new JsonObject(refusal.body()).toBuffer());
            }
        });
    }

    private Future<Boolean> isHealth(@Nullable String authorization) {
        if (health.isEmpty() || authorization == null || !authorization.startsWith(BEARER)) {
            return Future.succeededFuture(false);
        }
        return health.get()
                .authenticate(new TokenCredentials(authorization.substring(BEARER.length())))
                .map(user -> user.attributes().containsKey("exp"))
                .otherwise(false);
    }

    private JsonObject content() {
        return new JsonObject()
                .put("version", version)
                .put("startedAt", startedAt)
                .put("process", new JsonObject(ThisProcess.describe()));
    }
}
