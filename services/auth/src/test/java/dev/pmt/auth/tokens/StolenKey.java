package dev.pmt.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pmt.shared.testing.TestDatabase;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;

/** Signs what the service itself never would, with the service's own key. */
public final class StolenKey {

    private final String kid;
    private final PrivateKey key;

    private StolenKey(String kid, PrivateKey key) {
        this.kid = kid;
        this.key = key;
    }

    /** Opens the key of a service that is not retired. */
    public static StolenKey from(TestDatabase database, String keySecret) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kid, private_key_sealed from signing_keys")) {
            rows.next();
            var kid = rows.getString("kid");
            var pkcs8 = new KeySeal(new KeySettings(keySecret)).open(rows.getBytes("private_key_sealed"), kid);
            return new StolenKey(kid, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("the key could not be stolen", e);
        }
    }

    /** Signs the claims. */
    public String sign(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the token could not be signed", e);
        }
    }
}
