package dev.pmt.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A number of transactions at once, each in a virtual thread of its own like a request; one that fails ends the benchmark.
 *
 * <p>A thread that went on to its next transaction would take back at once the connection that the pool has just handed to
 * a waiting one, until that one's patience is over.
 */
final class Writers {

    private final int count;

    Writers(int count) {
        this.count = count;
    }

    /** Lets each write as fast as it can; returns the number of transactions. */
    long flatOut(Duration time, Runnable transaction) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        return run((threads, _) -> {
            long done = 0;
            for (; System.nanoTime() < end; done++) {
                threads.submit(transaction).get();
            }
            return done;
        });
    }

    /** Spreads transactions evenly over the time; one that is late begins at once. Returns their number. */
    long paced(int perSecond, int transactions, IntConsumer transaction) throws InterruptedException {
        var begin = System.nanoTime();
        return run((threads, writer) -> {
            long done = 0;
            for (int n = writer; n < transactions; n += count) {
                var due = begin + n * 1_000_000_000L / perSecond;
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var number = n;
                threads.submit(() -> transaction.accept(number)).get();
                done++;
            }
            return done;
        });
    }

    private interface Work {
        long run(ExecutorService threads, int writer) throws Exception;
    }

    private long run(Work work) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Long>>();
            for (int i = 0; i < count; i++) {
                var writer = i;
                all.add(() -> work.run(threads, writer));
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
