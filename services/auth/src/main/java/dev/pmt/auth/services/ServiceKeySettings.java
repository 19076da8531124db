package dev.pmt.auth.services;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.pmt.auth.tokens.EdgeSettings;
import java.text.ParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which services may get tokens of their own.
 *
 * @param serviceKeys a service's name to its public key, a JWK (RFC 7517): EC on P-256, or RSA; none by default
 */
@ConfigurationProperties("pmt.auth")
public record ServiceKeySettings(Map<String, String> serviceKeys) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** Checks every name and key. */
    @SuppressWarnings("ConstantValue")
    public ServiceKeySettings(@Nullable Map<String, String> serviceKeys) {
        this.serviceKeys = serviceKeys == null ? Map.of() : Map.copyOf(serviceKeys);
        this.serviceKeys.forEach(ServiceKeySettings::key);
    }

    /** Returns the keys by service. */
    Map<String, JWK> keys() {
        var keys = new TreeMap<String, JWK>();
        serviceKeys.forEach((name, text) -> keys.put(name, key(name, text)));
        return keys;
    }

    private static JWK key(String name, String text) {
        if (!NAME.matcher(name).matches() || name.equals(EdgeSettings.CLIENT_ID)) {
            throw new IllegalArgumentException("pmt.auth.service-keys must be named after services: " + name);
        }
        try {
            var key = JWK.parse(text);
            if (!(key instanceof ECKey || key instanceof RSAKey) || key.isPrivate()) {
                throw new IllegalArgumentException("pmt.auth.service-keys." + name + " must be a public EC or RSA key");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalArgumentException("pmt.auth.service-keys." + name + " must be a JWK");
        }
    }
}
