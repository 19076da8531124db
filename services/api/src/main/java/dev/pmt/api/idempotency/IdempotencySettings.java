package dev.pmt.api.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of idempotent requests.
 *
 * @param keep how long an answer can be given again
 * @param lease how long an attempt that is not heard of keeps its key
 * @param pruneEvery how often old answers are deleted
 * @param longestBody the largest body, but for streamed files
 */
@ConfigurationProperties("pmt.idempotency")
record IdempotencySettings(
        @DefaultValue("24h") Duration keep,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10m") Duration pruneEvery,
        @DefaultValue("10MB") DataSize longestBody) {}
