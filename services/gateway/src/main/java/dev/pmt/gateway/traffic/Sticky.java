package dev.pmt.gateway.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chooses a share of the users that is always the same; a higher share keeps those who were in. */
public final class Sticky {

    private Sticky() {}

    /** Returns a user's place from 0 to 100, evenly spread and independent of the place under another salt. */
    public static double percentile(String salt, String subject) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            var hash = digest.digest(subject.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53 * 100;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }
}
