package dev.pmt.auth.apitokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal API tokens work.
 *
 * @param usual when their owner says nothing
 * @param longest at most
 * @param shown how long expired ones stay in the list
 * @param most how many somebody may have, at most 100
 */
@ConfigurationProperties("pmt.auth.api-tokens")
public record ApiTokenSettings(
        @DefaultValue("90d") Duration usual,
        @DefaultValue("366d") Duration longest,
        @DefaultValue("30d") Duration shown,
        @DefaultValue("100") int most) {}
