package dev.pmt.auth.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what clients get is good for.
 *
 * @param code lifetime of an authorization code
 * @param access lifetime of an access token
 * @param refresh lifetime of a refresh token, from its last rotation
 * @param replayTolerance a replaced refresh token that comes back sooner is a lost race, later it is a theft
 * @param prune pause between two clean-ups of expired authorizations
 */
@ConfigurationProperties("pmt.auth.tokens")
public record TokenSettings(
        @DefaultValue("1m") Duration code,
        @DefaultValue("5m") Duration access,
        @DefaultValue("30d") Duration refresh,
        @DefaultValue("1m") Duration replayTolerance,
        @DefaultValue("1h") Duration prune) {}
