package dev.pmt.gateway.session;

import dev.pmt.gateway.http.Jwt;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A JWT for the services that auth gave in exchange.
 *
 * @param expires when no service takes it any more
 */
public record AccessToken(String value, Instant expires) {

    /** Reads a token answer (RFC 8693 section 2.2.1). */
    static Future<AccessToken> of(JsonObject answer) {
        try {
            var value = answer.getString("access_token", "");
            var expires = Jwt.claims(value).getLong("exp");
            if (expires == null) {
                throw new IllegalArgumentException("token must expire");
            }
            return Future.succeededFuture(new AccessToken(value, Instant.ofEpochSecond(expires)));
        } catch (IllegalArgumentException | ClassCastException e) {
            return Future.failedFuture(new AuthUnavailable("auth's token answer is not usable", e));
        }
    }

    /** Hides the token. */
    @Override
    public String toString() {
        return "AccessToken[expires=" + expires + "]";
    }
}
