package dev.pmt.api.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of imports and exports.
 *
 * @param workers imports worked on at the same time in this process
 * @param batchRows rows a transaction at most
 * @param batchCharacters characters a transaction at most, but for a single row's
 * @param lease how long a worker that is not heard of keeps its import
 * @param poll how often to look for imports that other processes left
 * @param attempts how often an import is taken up before it is given up
 * @param keptErrors rejected rows that are listed; all are counted
 * @param uploadTimeout how long an upload may stand still before it is dropped
 * @param exports exports at the same time, each of which holds a database connection
 * @param exportWait how long a further export waits for its turn
 */
@ConfigurationProperties("pmt.imports")
record ImportSettings(
        @DefaultValue("1") int workers,
        @DefaultValue("200") int batchRows,
        @DefaultValue("1000000") int batchCharacters,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("5") int attempts,
        @DefaultValue("1000") int keptErrors,
        @DefaultValue("10m") Duration uploadTimeout,
        @DefaultValue("2") int exports,
        @DefaultValue("10s") Duration exportWait) {}
