package dev.pmt.auth.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes secrets that are random and long already, so that the database need not hold them. */
public final class Sha256 {

    private Sha256() {}

    /** Returns the 32 bytes of the text's hash. */
    public static byte[] of(CharSequence text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must know SHA-256", e);
        }
    }
}
