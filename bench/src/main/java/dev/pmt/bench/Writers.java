package dev.pmt.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Virtual threads that write; what one of them cannot write ends the benchmark. */
final class Writers {

    private final int count;

    Writers(int count) {
        this.count = count;
    }

    /** Lets each write as fast as it can; returns the number of transactions. */
    long flatOut(Duration time, Runnable transaction) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        return run(_ -> {
            long done = 0;
            for (; System.nanoTime() < end; done++) {
                transaction.run();
            }
            return done;
        });
    }

    /** Spreads transactions evenly over the time; one that is late begins at once. Returns their number. */
    long paced(int perSecond, int transactions, IntConsumer transaction) throws InterruptedException {
        var begin = System.nanoTime();
        return run(writer -> {
            long done = 0;
            for (int n = writer; n < transactions; n += count) {
                var due = begin + n * 1_000_000_000L / perSecond;
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                transaction.accept(n);
                done++;
            }
            return done;
        });
    }

    private interface Work {
        long run(int writer);
    }

    private long run(Work work) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Long>>();
            for (int i = 0; i < count; i++) {
                var writer = i;
                all.add(() -> work.run(writer));
            }
            long sum = 0;
            for (var one : threads.invokeAll(all)) {
                sum += one.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer must not fail", e);
        }
    }
}
