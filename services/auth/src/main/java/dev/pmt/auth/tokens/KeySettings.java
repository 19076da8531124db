package dev.pmt.auth.tokens;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What protects the signing keys.
 *
 * @param keySecret seals their private parts in the database; at least 32 characters, random
 */
@ConfigurationProperties("pmt.auth")
public record KeySettings(String keySecret) {

    private static final int MIN_LENGTH = 32;

    /** Checks that the secret can hold enough randomness. */
    @SuppressWarnings("ConstantValue")
    public KeySettings {
        if (keySecret == null || keySecret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("pmt.auth.key-secret must have at least " + MIN_LENGTH + " characters");
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "KeySettings[]";
    }
}
