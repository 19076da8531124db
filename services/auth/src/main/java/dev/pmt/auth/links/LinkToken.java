package dev.pmt.auth.links;

import dev.pmt.auth.credentials.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret in a one-time link: 256 random bits; the database knows only their SHA-256. */
record LinkToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
