package dev.pmt.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is found out at most once in a while, however many want to know. */
final class Fresh<T> {

    private record Found<T>(T value, Instant at) {}

    private final Duration kept;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Found<T> latest;

    Fresh(Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Returns what is known, found out anew when that is old. */
    T get(Supplier<T> asker) {
        asking.lock();
        try {
            var now = clock.instant();
            var found = latest;
            if (found == null || !now.isBefore(found.at.plus(kept))) {
                found = new Found<>(asker.get(), now);
                latest = found;
            }
            return found.value;
        } finally {
            asking.unlock();
        }
    }
}
