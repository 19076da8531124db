package dev.pmt.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.net.URI;

/** Verifies ID tokens (OpenID Connect Core 3.1.3.7) with the keys that auth publishes at that moment. */
final class IdTokens {

    private static final int CLOCK_SKEW_SECONDS = 10;

    private final Vertx vertx;
    private final AuthClient auth;
    private final URI issuer;

    IdTokens(Vertx vertx, AuthClient auth, URI issuer) {
        this.vertx = vertx;
        this.auth = auth;
        this.issuer = issuer;
    }

    /** Succeeds when the token is signed by auth, for this client, for this attempt, and not over. */
    Future<Void> verify(String idToken, String nonce) {
        return auth.keys()
                .compose(keys -> verifier(keys).authenticate(new TokenCredentials(idToken)))
                .compose(user -> check(user.attributes().getJsonObject("accessToken"), nonce));
    }

    private JWTAuth verifier(JsonObject keys) {
        var options = new JWTAuthOptions()
                .setJWTOptions(new JWTOptions()
                        .setIssuer(issuer.toString())
                        .addAudience(ClientSettings.CLIENT_ID)
                        .setLeeway(CLOCK_SKEW_SECONDS));
        for (var key : keys.getJsonArray("keys", new JsonArray())) {
            if (key instanceof JsonObject jwk && "RSA".equals(jwk.getString("kty"))) {
                options.addJwk(jwk);
            }
        }
        if (options.getJwks() == null || options.getJwks().isEmpty()) {
            throw new IllegalStateException("auth must publish an RSA key");
        }
        return JWTAuth.create(vertx, options);
    }

    private static Future<Void> check(JsonObject claims, String nonce) {
        var good = nonce.equals(claims.getString("nonce"))
                && claims.getValue("exp") instanceof Number
                && ClientSettings.CLIENT_ID.equals(claims.getString("azp", ClientSettings.CLIENT_ID))
                && !claims.getString("sub", "").isEmpty();
        return good ? Future.succeededFuture() : Future.failedFuture(new AuthRefused(401, "id-token"));
    }
}
