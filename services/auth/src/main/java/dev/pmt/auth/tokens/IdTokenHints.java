package dev.pmt.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads which authorization an ID token was made for. The signature counts, the lifetime does not: who signs out brings
 * an old one (OpenID Connect RP-Initiated Logout 1.0, section 2).
 */
@Component
class IdTokenHints {

    private final SigningKeys keys;

    IdTokenHints(SigningKeys keys) {
        this.keys = keys;
    }

    Optional<String> authorizationOf(String idToken) {
        try {
            var token = SignedJWT.parse(idToken);
            return isOurs(token)
                    ? Optional.ofNullable(token.getJWTClaimsSet().getStringClaim(Sessions.CLAIM))
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(SignedJWT token) throws JOSEException {
        var matching = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())), null);
        return !matching.isEmpty()
                && matching.getFirst() instanceof RSAKey key
                && token.verify(new RSASSAVerifier(key));
    }
}
