package dev.pmt.bench;

import java.util.List;

/**
 * What one turn of evenly paced writers saw.
 *
 * @param perSecond transactions a second
 * @param p50 median of the ms from the return of a commit to the call of the handler
 * @param p99 99th percentile of the same
 */
record Delays(double perSecond, double p50, double p99) {

    /** Lets writers send this many parcels at an even pace, and waits until the last has been handled. */
    static Delays run(Writers writers, int perSecond, int parcels, Teller teller, Stopwatch stopwatch)
            throws InterruptedException {
        stopwatch.begin(parcels);
        var begin = System.nanoTime();
        writers.paced(perSecond, parcels, n -> {
            teller.tell(stopwatch.parcel(n));
            stopwatch.committed(n);
        });
        var took = (System.nanoTime() - begin) / 1e9;
        teller.awaitHeard();
        var millis = stopwatch.millis();
        return new Delays(parcels / took, millis[parcels / 2], millis[parcels * 99 / 100]);
    }

    /** Returns the median of each number. */
    static Delays median(List<Delays> turns) {
        return new Delays(
                Medians.of(turns, Delays::perSecond), Medians.of(turns, Delays::p50), Medians.of(turns, Delays::p99));
    }
}
