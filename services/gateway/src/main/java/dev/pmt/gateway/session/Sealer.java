package dev.pmt.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts and authenticates what a cookie holds (AES-256-GCM, a random 96-bit nonce each time; the key is derived from
 * the secret by HKDF-SHA256, RFC 5869). The purpose is authenticated too, so one kind of cookie never passes as another.
 */
final class Sealer {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Sealer(String secret) {
        try {
            key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand("pmt cookie v1".getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM must have HKDF-SHA256", e);
        }
    }

    String seal(String purpose, byte[] content) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(content);
            var whole = new byte[1 + NONCE + encrypted.length];
            whole[0] = VERSION;
            System.arraycopy(nonce, 0, whole, 1, NONCE);
            System.arraycopy(encrypted, 0, whole, 1 + NONCE, encrypted.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM must have AES/GCM", e);
        }
    }

    /** Returns the content, or empty when it was not sealed here for this purpose. */
    Optional<byte[]> open(String purpose, String text) {
        try {
            var whole = Base64.getUrlDecoder().decode(text);
            if (whole.length <= 1 + NONCE || whole[0] != VERSION) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOfRange(whole, 1, 1 + NONCE);
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(whole, 1 + NONCE, whole.length - 1 - NONCE));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
