package dev.pmt.auth.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing keys follow each other.
 *
 * @param rotateEvery age at which a key gets a successor by itself
 * @param propagation how long a new key is published before it signs; longer than any cache of public keys lasts
 * @param slack how long a key stays published after the last token that it signed has expired
 * @param check pause between two looks at what other processes did and what is due; shorter than the propagation
 */
@ConfigurationProperties("pmt.auth.keys")
public record RotationSettings(
        @DefaultValue("90d") Duration rotateEvery,
        @DefaultValue("10m") Duration propagation,
        @DefaultValue("10m") Duration slack,
        @DefaultValue("1m") Duration check) {

    /** Checks that no process can miss a key before it signs. */
    public RotationSettings {
        if (check.compareTo(propagation) >= 0) {
            throw new IllegalArgumentException(
                    "pmt.auth.keys.check must be shorter than pmt.auth.keys.propagation: " + check);
        }
    }
}
