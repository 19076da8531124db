package dev.pmt.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** When each move of a turn was sent, and when its message came to each socket. */
final class MoveTimes {

    private final int sockets;
    private final AtomicLongArray sent;
    private final AtomicIntegerArray micros;
    private final AtomicLong came = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();

    MoveTimes(int moves, int sockets) {
        this.sockets = sockets;
        this.sent = new AtomicLongArray(moves);
        this.micros = new AtomicIntegerArray(moves * sockets);
    }

    void sent(int move) {
        sent.set(move, System.nanoTime());
    }

    /** Notes a message; others than this turn's are passed over. */
    void came(int move, int socket) {
        var took = (System.nanoTime() - sent.get(move)) / 1000;
        if (socket >= sockets || sent.get(move) == 0) {
            return;
        }
        if (micros.getAndSet(move * sockets + socket, (int) Math.max(1, took)) == 0) {
            came.incrementAndGet();
        } else {
            doubled.incrementAndGet();
        }
    }

    boolean isComplete() {
        return came.get() == micros.length();
    }

    long came() {
        return came.get();
    }

    long missed() {
        return micros.length() - came.get();
    }

    long doubled() {
        return doubled.get();
    }

    /** Returns the ms that a part of the messages took at most, 0.99 for 99 of 100. */
    double millis(double part) {
        var all = IntStream.range(0, micros.length())
                .map(micros::get)
                .filter(one -> one > 0)
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[Math.min(all.length - 1, (int) (all.length * part))] / 1e3;
    }
}
