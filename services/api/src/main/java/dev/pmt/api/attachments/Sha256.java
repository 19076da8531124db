package dev.pmt.api.attachments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of some bytes, in lower-case hexadecimal digits: their name in the store. */
record Sha256(@JsonValue String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    Sha256 {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits: " + value);
        }
    }

    /** Ends a digest of {@link #digest}. */
    static Sha256 of(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Returns {@code ab/cd/abcd…}: two levels deep, so that no folder of such names grows large. */
    String inFolders() {
        return value.substring(0, 2) + "/" + value.substring(2, 4) + "/" + value;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
