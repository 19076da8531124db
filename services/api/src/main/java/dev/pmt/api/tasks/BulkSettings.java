package dev.pmt.api.tasks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of bulk changes, and of what can be undone.
 *
 * @param workers bulk changes worked on at the same time in this process
 * @param atOnce tasks at most of a change that is made within its request
 * @param chunk tasks a transaction, for which the project is locked
 * @param most tasks of a change
 * @param lease how long a worker that is not heard of keeps its change
 * @param poll how often to look for changes that other processes left
 * @param attempts how often a change is taken up before it is given up
 * @param keep how long changes can be undone
 * @param pruneEvery how often what is older goes
 */
@ConfigurationProperties("pmt.bulk")
record BulkSettings(
        @DefaultValue("1") int workers,
        @DefaultValue("200") int atOnce,
        @DefaultValue("200") int chunk,
        @DefaultValue("10000") int most,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("5") int attempts,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("1h") Duration pruneEvery) {}
