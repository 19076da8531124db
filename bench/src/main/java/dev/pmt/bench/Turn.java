package dev.pmt.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What one turn of requests against an installation saw.
 *
 * @param perSecond requests answered each second
 * @param p50 median response time in ms
 * @param p99 99th percentile of the response times in ms
 * @param jvm the JVM's processor time for each request in ms
 * @param postgres PostgreSQL's processor time for each request in ms
 * @param failed requests that were answered otherwise than expected, or not at all
 */
record Turn(double perSecond, double p50, double p99, double jvm, double postgres, long failed) {

    /** Sends requests for the given time; {@code request} makes the bytes of the n-th request of a connection. */
    static Turn run(Installation pmt, int connections, Duration time, IntFunction<byte[]> request)
            throws IOException, InterruptedException {
        var database = pmt.postgres();
        var jvmBefore = pmt.cpu();
        var databaseBefore = database.cpu();
        var result = HttpLoad.run(pmt.port(), connections, time, request);
        var requests = Math.max(1, result.requests());
        return new Turn(
                result.perSecond(),
                result.millis(0.5),
                result.millis(0.99),
                pmt.cpu().minus(jvmBefore).toNanos() / 1e6 / requests,
                database.cpu().minus(databaseBefore).toNanos() / 1e6 / requests,
                result.failed());
    }

    /** Returns the median of each number, with the failures of all turns. */
    static Turn median(List<Turn> turns) {
        return new Turn(
                Medians.of(turns, Turn::perSecond),
                Medians.of(turns, Turn::p50),
                Medians.of(turns, Turn::p99),
                Medians.of(turns, Turn::jvm),
                Medians.of(turns, Turn::postgres),
                turns.stream().mapToLong(Turn::failed).sum());
    }

    double cpu() {
        return jvm + postgres;
    }
}
