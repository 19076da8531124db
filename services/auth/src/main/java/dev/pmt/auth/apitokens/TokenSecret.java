package dev.pmt.auth.apitokens;

import dev.pmt.auth.credentials.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of an API token: {@code pmt_} and 256 random bits; the database knows only its SHA-256. */
record TokenSecret(String value) {

    private static final String PREFIX = "pmt_";
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "TokenSecret[]";
    }
}
