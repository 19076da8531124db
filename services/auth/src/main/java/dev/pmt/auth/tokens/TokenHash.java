package dev.pmt.auth.tokens;

import dev.pmt.auth.credentials.Sha256;
import java.util.HexFormat;

/**
 * The SHA-256 of a token, all that is kept of it.
 *
 * <p>The framework wants a token's text where only the hash is known. {@link #standIn} gives it a text that no real
 * token can have and that {@link #ofStored} turns back into the hash when the authorization is saved again.
 */
record TokenHash(String hex) {

    private static final String STAND_IN = "sha256:";

    /** Hashes a text that a client sent. */
    static TokenHash of(String token) {
        return of(Sha256.of(token));
    }

    static TokenHash of(byte[] hash) {
        return new TokenHash(HexFormat.of().formatHex(hash));
    }

    /** Returns the hash of a token inside an authorization, be its text real or a stand-in. */
    static TokenHash ofStored(String token) {
        return token.startsWith(STAND_IN) ? new TokenHash(token.substring(STAND_IN.length())) : of(token);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    String standIn() {
        return STAND_IN + hex;
    }
}
