package dev.pmt.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What one turn of writers at full speed saw.
 *
 * @param perSecond transactions a second
 * @param jvm processor time of this JVM for each in ms, with that of handling what was said
 * @param postgres processor time of PostgreSQL for each in ms, likewise
 * @param behind seconds from the end of the writing until all that was said had been handled
 */
record FlatOut(double perSecond, double jvm, double postgres, double behind) {

    /** Lets writers write for the given time, then waits until those who listen have caught up. */
    static FlatOut run(
            Installation pmt,
            Writers writers,
            Duration time,
            Runnable transaction,
            Handling handling,
            List<Teller> listening)
            throws IOException, InterruptedException {
        handling.begin().run();
        var database = pmt.postgres();
        var jvmBefore = ownCpu();
        var databaseBefore = database.cpu();
        var begin = System.nanoTime();
        var done = writers.flatOut(time, transaction);
        var end = System.nanoTime();
        handling.end().run();
        for (var teller : listening) {
            teller.awaitHeard();
        }
        return new FlatOut(
                done / ((end - begin) / 1e9),
                ownCpu().minus(jvmBefore).toNanos() / 1e6 / done,
                database.cpu().minus(databaseBefore).toNanos() / 1e6 / done,
                (System.nanoTime() - end) / 1e9);
    }

    /** Returns the median of each number. */
    static FlatOut median(List<FlatOut> turns) {
        return new FlatOut(
                Medians.of(turns, FlatOut::perSecond),
                Medians.of(turns, FlatOut::jvm),
                Medians.of(turns, FlatOut::postgres),
                Medians.of(turns, FlatOut::behind));
    }

    double cpu() {
        return jvm + postgres;
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
