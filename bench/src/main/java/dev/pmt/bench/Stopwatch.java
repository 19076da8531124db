package dev.pmt.bench;

import dev.pmt.shared.service.UuidV7;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Takes, for the parcels of one turn, the time from the return of the commit to the call of the handler. */
final class Stopwatch {

    private record Turn(long name, AtomicLongArray committed, AtomicLongArray handled) {}

    private final UuidV7 ids = new UuidV7();
    private volatile Turn turn = new Turn(0, new AtomicLongArray(0), new AtomicLongArray(0));

    /** Begins a turn with this many parcels; others are passed over from now on. */
    void begin(int parcels) {
        turn = new Turn(ids.get().getMostSignificantBits(), new AtomicLongArray(parcels), new AtomicLongArray(parcels));
    }

    /** Returns the id of the turn's n-th parcel; like those of UUIDv7, they grow. */
    UUID parcel(int n) {
        return new UUID(turn.name, n);
    }

    void committed(int n) {
        turn.committed.set(n, System.nanoTime());
    }

    void handled(List<UUID> parcels) {
        var now = System.nanoTime();
        var current = turn;
        for (var parcel : parcels) {
            if (parcel.getMostSignificantBits() == current.name) {
                current.handled.set((int) parcel.getLeastSignificantBits(), now);
            }
        }
    }

    /** Returns the turn's times in ms, sorted; 0 for a parcel that was handled before the writer saw its commit. */
    double[] millis() {
        var current = turn;
        return IntStream.range(0, current.committed.length())
                .mapToDouble(n -> Math.max(0, current.handled.get(n) - current.committed.get(n)) / 1e6)
                .sorted()
                .toArray();
    }
}
