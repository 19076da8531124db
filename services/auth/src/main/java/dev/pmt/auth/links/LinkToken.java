package dev.pmt.auth.links;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must know SHA-256", e);
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
