package dev.pmt.shared.events;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The highest position that is known to be committed; those who wait for more are woken when it rises. */
final class Head {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition risen = lock.newCondition();
    private long position;
    private long wakings;
    private boolean closed;

    void rise(long to) {
        lock.lock();
        try {
            if (to > position) {
                position = to;
                risen.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waiting of all, though nothing has risen. */
    void wake() {
        lock.lock();
        try {
            wakings++;
            risen.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting, now and later: the process stops. */
    void close() {
        lock.lock();
        try {
            closed = true;
            risen.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the head is beyond a position, or the time is over, or somebody wakes. */
    void awaitBeyond(long after, Duration wait) throws InterruptedException {
        var nanos = wait.toNanos();
        lock.lockInterruptibly();
        try {
            var before = wakings;
            while (!closed && position <= after && wakings == before && nanos > 0) {
                nanos = risen.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
