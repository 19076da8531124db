package dev.pmt.shared.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a consumer is, and which events have taken effect. */
final class ConsumerState {

    private static final String CREATE = """
            INSERT INTO event_consumer (name, producer, position) VALUES (:name, :producer, :position)
            ON CONFLICT (name) DO NOTHING
            """;

    private static final String LOOK = "SELECT position, paused FROM event_consumer WHERE name = :name";

    private static final String LOCK = LOOK + " FOR UPDATE";

    private static final String TRY = """
            SELECT true FROM event_consumer WHERE name = :name AND position = :position AND NOT paused
            FOR UPDATE SKIP LOCKED
            """;

    private static final String ADVANCE = "UPDATE event_consumer SET position = :position WHERE name = :name";

    private static final String PAUSE = "UPDATE event_consumer SET paused = :paused WHERE name = :name";

    private static final String TAKE = """
            INSERT INTO event_inbox (consumer, event_id)
            SELECT :name, unnest(:events::uuid[])
            ON CONFLICT DO NOTHING
            RETURNING event_id
            """;

    private static final String HELD = "SELECT DISTINCT subject FROM event_dead_letter WHERE consumer = :name";

    private static final String FORGET = "DELETE FROM event_inbox WHERE consumer = :name";

    /**
     * Where the consumer stands.
     *
     * @param position the last event that it has taken; null when it is to start from a snapshot
     */
    record Place(@Nullable Long position, boolean paused) {}

    private final JdbcClient jdbc;
    private final String name;

    ConsumerState(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    void create(String producer, @Nullable Long position) {
        jdbc.sql(CREATE)
                .param("name", name)
                .param("producer", producer)
                .param("position", position)
                .update();
    }

    Place look() {
        return place(LOOK);
    }

    /** Locks the consumer against other processes until the transaction ends. */
    Place lock() {
        return place(LOCK);
    }

    /** Locks the consumer if it still stands at this position, is not paused and no other process has locked it. */
    boolean tryLock(long position) {
        return jdbc.sql(TRY)
                .param("name", name)
                .param("position", position)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void advance(@Nullable Long position) {
        jdbc.sql(ADVANCE).param("name", name).param("position", position).update();
    }

    /** Sets the consumer back: no event counts as taken any more. */
    void rewind(@Nullable Long position) {
        jdbc.sql(FORGET).param("name", name).update();
        advance(position);
    }

    /** Stops the consumer or lets it go on; answers whether it is stopped now. */
    boolean pause(boolean paused) {
        jdbc.sql(PAUSE).param("name", name).param("paused", paused).update();
        return paused;
    }

    /** Notes that these events need not take effect: they have already. */
    void take(Set<UUID> events) {
        takeIds(events.stream());
    }

    /** Notes that events take effect in this transaction; returns them without those that did so before. */
    List<Event> take(List<Event> events) {
        if (events.isEmpty()) {
            return events;
        }
        var fresh = takeIds(events.stream().map(Event::id));
        return events.stream().filter(event -> fresh.contains(event.id())).toList();
    }

    private Set<UUID> takeIds(Stream<UUID> events) {
        var ids = events.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return new HashSet<>(jdbc.sql(TAKE)
                .param("name", name)
                .param("events", ids)
                .query(UUID.class)
                .list());
    }

    /** Returns the subjects whose events are held back. */
    Set<UUID> held() {
        return new HashSet<>(
                jdbc.sql(HELD).param("name", name).query(UUID.class).list());
    }

    private Place place(String sql) {
        return jdbc.sql(sql)
                .param("name", name)
                .query((row, number) -> new Place(row.getObject("position", Long.class), row.getBoolean("paused")))
                .single();
    }
}
