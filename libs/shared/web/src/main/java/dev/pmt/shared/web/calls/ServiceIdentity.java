package dev.pmt.shared.web.calls;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/**
 * Who a service is among the services of its installation.
 *
 * @param name the service's name
 * @param key its private key, an EC JWK on curve P-256 (RFC 7517)
 * @param issuer auth as the tokens name it: the installation's external URL
 */
public record ServiceIdentity(String name, String key, String issuer) {

    /** The edge, as proofs for it name their audience. */
    public static final String EDGE = "pmt-edge";

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Makes the form fields that ask auth for a token, with a proof that counts once (private_key_jwt, RFC 7523). */
    Map<String, String> tokenRequest(Clock clock) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                name,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                proof(issuer, clock));
    }

    /** Makes a proof of who this is that counts for a minute and for one audience: auth by its issuer, the edge by its name. */
    public String proof(String audience, Clock clock) {
        try {
            var proof = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.ES256),
                    new JWTClaimsSet.Builder()
                            .issuer(name)
                            .subject(name)
                            .audience(audience)
                            .jwtID(UUID.randomUUID().toString())
                            .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
                            .build());
            proof.sign(new ECDSASigner(ECKey.parse(key)));
            return proof.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("pmt.service.key must be a private EC JWK on curve P-256");
        }
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ServiceIdentity[" + name + "]";
    }
}
