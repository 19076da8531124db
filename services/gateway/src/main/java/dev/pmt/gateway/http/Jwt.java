package dev.pmt.gateway.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads claims of a token; checks nothing. */
public final class Jwt {

    private Jwt() {}

    /** Returns the payload. @throws IllegalArgumentException when it is not a signed JWT in compact form */
    public static JsonObject claims(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("token must have three parts");
        }
        try {
            return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            throw new IllegalArgumentException("token must hold JSON", e);
        }
    }
}
