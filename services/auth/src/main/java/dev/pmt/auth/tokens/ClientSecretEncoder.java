package dev.pmt.auth.tokens;

import dev.pmt.auth.credentials.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares client secrets by SHA-256 in constant time. They are random and long, so a slow hash would add no safety and
 * cost every refresh 19 MiB.
 */
public final class ClientSecretEncoder implements PasswordEncoder {

    /** Returns the form in which a client's secret is kept. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        return secret != null
                && encoded != null
                && MessageDigest.isEqual(Sha256.of(secret), HexFormat.of().parseHex(encoded));
    }
}
