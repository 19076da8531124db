package dev.pmt.bench;

import java.util.List;

/**
 * What one turn of moves on a board saw at those who look at it.
 *
 * @param perSecond messages that came, each second
 * @param p50 median of the ms from the sending of a move to its message at a socket
 * @param p99 99th percentile of the same
 * @param jvm cores that the JVM kept busy
 * @param postgres cores that PostgreSQL kept busy
 * @param missed messages that did not come
 * @param doubled messages that came more than once
 */
record FanOut(double perSecond, double p50, double p99, double jvm, double postgres, long missed, long doubled) {

    /** Returns the median of each number, with what was missed and doubled in all turns. */
    static FanOut median(List<FanOut> turns) {
        return new FanOut(
                Medians.of(turns, FanOut::perSecond),
                Medians.of(turns, FanOut::p50),
                Medians.of(turns, FanOut::p99),
                Medians.of(turns, FanOut::jvm),
                Medians.of(turns, FanOut::postgres),
                turns.stream().mapToLong(FanOut::missed).sum(),
                turns.stream().mapToLong(FanOut::doubled).sum());
    }
}
