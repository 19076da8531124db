package dev.pmt.server;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key pair by which one service shows auth who it is (private_key_jwt, RFC 7523), as JWKs (RFC 7517) on curve P-256.
 *
 * @param privateJwk the service's own secret
 * @param publicJwk what auth trusts
 */
record ServiceKey(String privateJwk, String publicJwk) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int COORDINATE_BYTES = 32;

    /** Returns the service's key, made on first use and kept among the secrets. */
    static ServiceKey of(Secrets secrets, String service) {
        var privateJwk = secrets.get("service-" + service, ServiceKey::generate);
        var publicJwk = (ObjectNode) JSON.readTree(privateJwk);
        publicJwk.remove("d");
        return new ServiceKey(privateJwk, publicJwk.toString());
    }

    /** Leaves the private half out. */
    @Override
    public String toString() {
        return "ServiceKey[" + publicJwk + "]";
    }

    private static String generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return JSON.createObjectNode()
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("x", base64(point.getAffineX()))
                    .put("y", base64(point.getAffineY()))
                    .put("d", base64(((ECPrivateKey) pair.getPrivate()).getS()))
                    .toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no curve P-256", e);
        }
    }

    /** Writes a coordinate with all its 32 bytes: leading zeros count (RFC 7518 section 6.2.1.2). */
    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[COORDINATE_BYTES];
        var length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
