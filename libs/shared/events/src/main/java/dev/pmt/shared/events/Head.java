package dev.pmt.shared.events;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The highest position that is known to be committed; those who wait for more are woken when it rises. */
final class Head {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition risen = lock.newCondition();
    private long position;

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

    /** Waits until the head is beyond a position, or the time is over. */
    void awaitBeyond(long after, Duration wait) throws InterruptedException {
        var nanos = wait.toNanos();
        lock.lockInterruptibly();
        try {
            while (position <= after && nanos > 0) {
                nanos = risen.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
