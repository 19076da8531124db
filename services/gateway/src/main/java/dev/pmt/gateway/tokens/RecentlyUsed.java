package dev.pmt.gateway.tokens;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A bounded memory for any thread: when it is full, what was not used for the longest time is forgotten. */
final class RecentlyUsed<V> {

    private final LinkedHashMap<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    RecentlyUsed(int most) {
        this.most = most;
    }

    synchronized @Nullable V get(String key) {
        return values.get(key);
    }

    synchronized void put(String key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.pollFirstEntry();
        }
    }

    synchronized void remove(String key) {
        values.remove(key);
    }
}
