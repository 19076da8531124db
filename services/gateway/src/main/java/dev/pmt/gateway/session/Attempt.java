package dev.pmt.gateway.session;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** One try to sign in, from the redirect to auth until the callback (OpenID Connect Core 3.1, RFC 7636). */
record Attempt(String state, String nonce, String verifier, String returnTo, Instant expires) {

    private static final String PURPOSE = "sign-in";

    static Attempt begin(SecureRandom random, String returnTo, Instant now) {
        return new Attempt(text(random), text(random), text(random), returnTo, now.plus(ClientSettings.ATTEMPT_LIFE));
    }

    /** Returns the PKCE code challenge, method S256. */
    String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    String sealedBy(Sealer sealer) {
        var content = new JsonObject()
                .put("s", state)
                .put("n", nonce)
                .put("v", verifier)
                .put("r", returnTo)
                .put("e", expires.getEpochSecond());
        return sealer.seal(PURPOSE, content.toBuffer().getBytes());
    }

    /** Reads the attempt back; empty when it is not ours, for another state, or over. */
    static Optional<Attempt> openedBy(Sealer sealer, String cookie, String state, Instant now) {
        return sealer.open(PURPOSE, cookie)
                .flatMap(Attempt::read)
                .filter(attempt -> MessageDigest.isEqual(
                                attempt.state.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8))
                        && now.isBefore(attempt.expires));
    }

    private static Optional<Attempt> read(byte[] content) {
        try {
            var json = new JsonObject(new String(content, StandardCharsets.UTF_8));
            return Optional.of(new Attempt(
                    json.getString("s"),
                    json.getString("n"),
                    json.getString("v"),
                    json.getString("r"),
                    Instant.ofEpochSecond(json.getLong("e"))));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static String text(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
