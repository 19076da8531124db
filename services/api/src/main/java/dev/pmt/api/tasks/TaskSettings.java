package dev.pmt.api.tasks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tasks.
 *
 * @param longestRank characters that a rank may have before its surroundings are respaced
 * @param respaceReach tasks on each side that are respaced then
 */
@ConfigurationProperties("pmt.tasks")
record TaskSettings(
        @DefaultValue("32") int longestRank,
        @DefaultValue("50") int respaceReach) {}
