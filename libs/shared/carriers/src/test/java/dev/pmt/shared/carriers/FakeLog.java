package dev.pmt.shared.carriers;

import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventFeed;
import dev.pmt.shared.events.FeedException;
import dev.pmt.shared.events.SnapshotPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A log in memory that can be out of reach, and counts how often it is read. */
final class FakeLog implements EventFeed {

    private final List<Event> events = new ArrayList<>();
    int reads;
    boolean reachable = true;

    FakeLog(int count) {
        for (int i = 0; i < count; i++) {
            append();
        }
    }

    Event append() {
        var event = event(events.size() + 1);
        events.add(event);
        return event;
    }

    static Event event(long position) {
        return new Event(
                UUID.randomUUID(),
                "pmt.a.b.v1",
                UUID.randomUUID(),
                1,
                position,
                Instant.EPOCH,
                null,
                "{\"a\": 1}",
                null);
    }

    Event at(long position) {
        return events.get((int) position - 1);
    }

    List<Event> between(long after, long last) {
        return List.copyOf(events.subList((int) after, (int) last));
    }

    @Override
    public List<Event> read(long after, int limit, Duration wait) {
        reads++;
        if (!reachable) {
            throw new FeedException("out of reach");
        }
        return events.stream()
                .filter(event -> event.position() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public SnapshotPlace snapshot(Consumer<List<Event>> states) {
        states.accept(List.copyOf(events));
        return new SnapshotPlace(head(), Set.of());
    }
}
