package dev.pmt.gateway.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;

/** Knows a service by the proof that it signs with its key: a JWT of a minute for this edge (as private_key_jwt, RFC 7523). */
final class ServiceProofs {

    /** The edge, as proofs name their audience. */
    static final String AUDIENCE = "pmt-edge";

    private final JWTAuth verifier;

    /** Trusts one service's public key, an EC JWK on curve P-256. */
    ServiceProofs(Vertx vertx, String service, String publicJwk) {
        verifier = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addJwk(new JsonObject(publicJwk).put("alg", "ES256").put("use", "sig"))
                        .setJWTOptions(new JWTOptions()
                                .setAlgorithm("ES256")
                                .setIssuer(service)
                                .addAudience(AUDIENCE)));
    }

    /** Answers whether the token is such a proof and not over. */
    Future<Boolean> accept(String token) {
        return verifier.authenticate(new TokenCredentials(token))
                .map(user -> user.principal().containsKey("access_token")
                        && user.attributes().containsKey("exp"))
                .otherwise(false);
    }
}
