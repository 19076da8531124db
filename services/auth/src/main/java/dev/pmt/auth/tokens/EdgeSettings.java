package dev.pmt.auth.tokens;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the edge proves itself with.
 *
 * @param clientSecret random, at least 32 characters
 */
@ConfigurationProperties("pmt.edge")
public record EdgeSettings(String clientSecret) {

    /** The edge's client id and its user name at the internal doors. */
    public static final String CLIENT_ID = "pmt-edge";

    private static final int MIN_LENGTH = 32;

    /** Checks that the secret is there and can hold enough randomness. */
    @SuppressWarnings("ConstantValue")
    public EdgeSettings {
        if (clientSecret == null || clientSecret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "pmt.edge.client-secret must have at least " + MIN_LENGTH + " characters");
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "EdgeSettings[]";
    }
}
