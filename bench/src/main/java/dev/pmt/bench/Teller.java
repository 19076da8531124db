package dev.pmt.bench;

import java.util.UUID;

/** A small service in the benchmark's own JVM that inserts parcels and says so; how it says so is what is compared. */
interface Teller extends AutoCloseable {

    /** Inserts a parcel and says so, in one transaction. */
    void tell(UUID parcel);

    /** Returns whether all that was said has been handled. */
    boolean isHeard();

    @Override
    void close();

    /** Waits until all that was said has been handled; returns the seconds that it took. */
    default double awaitHeard() throws InterruptedException {
        var begin = System.nanoTime();
        while (!isHeard()) {
            Thread.sleep(5);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
