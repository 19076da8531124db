package dev.pmt.auth.tokens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals private keys with AES-256-GCM (NIST SP 800-38D); the key id is authenticated too, so rows cannot be swapped.
 *
 * <p>The AES key is derived from {@code pmt.auth.key-secret} by HKDF-SHA256 (RFC 5869). A sealed value is a 12-byte
 * random nonce followed by ciphertext and 16-byte tag.
 */
@Component
class KeySeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "pmt auth signing keys v1".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    KeySeal(KeySettings settings) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(settings.keySecret().getBytes(StandardCharsets.UTF_8))
                                .thenExpand(PURPOSE, 32));
    }

    byte[] seal(byte[] secret, String kid) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, kid).doFinal(secret);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key could not be sealed: " + kid, e);
        }
    }

    byte[] open(byte[] sealed, String kid) {
        var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, kid).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "pmt.auth.key-secret must be the one that signing key " + kid + " was sealed with", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key could not be opened: " + kid, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String kid) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
