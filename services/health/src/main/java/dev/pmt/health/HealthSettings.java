package dev.pmt.health;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the edge's management listener is and how patient health is.
 *
 * @param adminUrl of the edge's management listener
 * @param adminSecret what an edge asks for that does not know proofs yet; shown instead of one where it is given
 * @param timeout for one service to say how it is
 * @param fresh how long a report is served again, so that asking often costs nothing
 */
@ConfigurationProperties("pmt.edge")
record HealthSettings(
        URI adminUrl,
        @Nullable String adminSecret,
        @DefaultValue("1s") Duration timeout,
        @DefaultValue("1s") Duration fresh) {

    /** Hides the secret. */
    @Override
    public String toString() {
        return "HealthSettings[" + adminUrl + "]";
    }
}
