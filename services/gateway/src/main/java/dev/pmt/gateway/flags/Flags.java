package dev.pmt.gateway.flags;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.traffic.RefusedRule;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The flags in force; any thread may ask or change them. They are asked through an OpenFeature API of this object's own: the
 * other services of a JVM neither see its provider nor can replace it.
 */
public final class Flags implements AutoCloseable {

    /** So that what every page learns of them stays small. */
    private static final int MOST = 200;

    /** What a change made of a flag: null before it was there, and after it is gone. */
    public record Change(@Nullable Flag before, @Nullable Flag after) {}

    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private final Client client;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private volatile SortedMap<String, Flag> flags = Collections.emptySortedMap();

    /** Begins without flags; new ones are salted with the ids. */
    public Flags(Clock clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
        api.setProviderAndWait(new FlagProvider(() -> flags));
        client = api.getClient();
    }

    /** Tells whether a flag is on for somebody; one that is not there is off. */
    public boolean isOn(String key, Optional<Caller> caller) {
        return client.getBooleanValue(key, false, context(caller));
    }

    /** Names the flags that are on for somebody, in order. */
    public List<String> onFor(Optional<Caller> caller) {
        var context = context(caller);
        return flags.keySet().stream()
                .filter(key -> client.getBooleanValue(key, false, context))
                .toList();
    }

    private static ImmutableContext context(Optional<Caller> caller) {
        return caller.map(known -> new ImmutableContext(known.id(), Map.of(FlagProvider.ROLE, new Value(known.role()))))
                .orElse(ImmutableContext.EMPTY);
    }

    /** Returns all flags, by key. */
    public Collection<Flag> all() {
        return flags.values();
    }

    /** Finds a flag. */
    public Optional<Flag> find(String key) {
        return Optional.ofNullable(flags.get(key));
    }

    /**
     * Makes a flag, or changes the one with this key.
     *
     * @param version of the flag that is to be changed; 0 when there must be none yet
     * @throws StaleFlag when that is not so
     */
    public synchronized Change put(String key, long version, Rule wanted, String by) {
        Flag.checkKey(key);
        var before = expect(key, version);
        if (before == null && flags.size() == MOST) {
            throw new RefusedRule("There must be at most " + MOST + " flags; delete those that are settled.");
        }
        var after = before == null
                ? new Flag(key, wanted, ids.get().toString(), 1, clock.instant(), by)
                : before.changed(wanted, clock.instant(), by);
        change(now -> now.put(key, after));
        return new Change(before, after);
    }

    /** Removes a flag of this version. @throws StaleFlag when it is not (any more) there in this version */
    public synchronized Change remove(String key, long version) {
        var before = expect(key, version);
        change(now -> now.remove(key));
        return new Change(before, null);
    }

    /** Brings back flags that were kept. */
    public synchronized void restore(Collection<Flag> kept) {
        change(now -> kept.forEach(flag -> now.put(flag.key(), flag)));
    }

    private @Nullable Flag expect(String key, long version) {
        var now = flags.get(key);
        var current = now == null ? 0 : now.version();
        if (current != version) {
            throw new StaleFlag(current);
        }
        return now;
    }

    private void change(Consumer<SortedMap<String, Flag>> change) {
        var changed = new TreeMap<>(flags);
        change.accept(changed);
        flags = Collections.unmodifiableSortedMap(changed);
    }

    /** Lets the provider's threads go. */
    @Override
    public void close() {
        api.shutdown();
    }
}
