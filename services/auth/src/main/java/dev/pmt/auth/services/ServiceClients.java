package dev.pmt.auth.services;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.pmt.auth.tokens.ClientSource;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.stereotype.Component;

/** Registers each service that has a key as a client of its name. */
@Component
class ServiceClients implements ClientSource {

    private final ServiceKeySettings settings;

    ServiceClients(ServiceKeySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<RegisteredClient> clients() {
        return settings.keys().entrySet().stream()
                .map(service -> client(service.getKey(), service.getValue()))
                .toList();
    }

    static SignatureAlgorithm algorithm(JWK key) {
        return key instanceof ECKey ? SignatureAlgorithm.ES256 : SignatureAlgorithm.RS256;
    }

    private static RegisteredClient client(String name, JWK key) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .tokenEndpointAuthenticationSigningAlgorithm(algorithm(key))
                        .build())
                .build();
    }
}
