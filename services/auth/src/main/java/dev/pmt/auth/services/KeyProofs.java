package dev.pmt.auth.services;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Checks what a service signs to prove who it is (RFC 7523, section 3): its own key, itself as issuer and subject, this
 * server as audience, an end at most five minutes away, and an id that was never used before.
 */
@Component
class KeyProofs implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, JWK> keys;
    private final UsedAssertions used;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders;

    KeyProofs(ServiceKeySettings settings, ServiceClients clients, UsedAssertions used, Clock clock) {
        this.keys = settings.keys();
        this.used = used;
        this.clock = clock;
        this.decoders =
                clients.clients().stream().collect(Collectors.toMap(RegisteredClient::getClientId, this::decoder));
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return Objects.requireNonNull(decoders.get(client.getClientId()), "only services prove themselves by keys");
    }

    private JwtDecoder decoder(RegisteredClient client) {
        var key = Objects.requireNonNull(keys.get(client.getClientId()));
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key)))
                .jwsAlgorithm(ServiceClients.algorithm(key))
                .build();
        var usual = JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client);
        decoder.setJwtValidator(proof -> {
            var result = usual.validate(proof);
            return result.hasErrors() ? result : once(client.getClientId(), proof);
        });
        return decoder;
    }

    private OAuth2TokenValidatorResult once(String client, Jwt proof) {
        var id = proof.getId();
        var end = proof.getExpiresAt();
        return id != null
                        && !id.isEmpty()
                        && end != null
                        && !end.isAfter(clock.instant().plus(LONGEST))
                        && used.first(client, id, end)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
    }
}
