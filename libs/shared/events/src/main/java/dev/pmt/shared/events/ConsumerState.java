package dev.pmt.shared.events;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a consumer is, and which events have taken effect. */
final class ConsumerState {

    private static final String CREATE =
            "INSERT INTO event_consumer (name, producer) VALUES (:name, :producer) ON CONFLICT (name) DO NOTHING";

    private static final String LOOK = "SELECT position, paused FROM event_consumer WHERE name = :name";

    private static final String LOCK = LOOK + " FOR UPDATE";

    private static final String ADVANCE = "UPDATE event_consumer SET position = :position WHERE name = :name";

    private static final String TAKE =
            "INSERT INTO event_inbox (consumer, event_id) VALUES (:name, :event) ON CONFLICT DO NOTHING";

    private static final String HELD = "SELECT DISTINCT subject FROM event_dead_letter WHERE consumer = :name";

    /** Where the consumer stands. */
    record Place(long position, boolean paused) {}

    private final JdbcClient jdbc;
    private final String name;

    ConsumerState(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    void create(String producer) {
        jdbc.sql(CREATE).param("name", name).param("producer", producer).update();
    }

    Place look() {
        return place(LOOK);
    }

    /** Locks the consumer against other processes until the transaction ends. */
    Place lock() {
        return place(LOCK);
    }

    void advance(long position) {
        jdbc.sql(ADVANCE).param("name", name).param("position", position).update();
    }

    /** Notes that an event takes effect in this transaction; answers false when it did so before. */
    boolean take(UUID event) {
        return jdbc.sql(TAKE).param("name", name).param("event", event).update() == 1;
    }

    /** Returns the subjects whose events are held back. */
    Set<UUID> held() {
        return new HashSet<>(
                jdbc.sql(HELD).param("name", name).query(UUID.class).list());
    }

    private Place place(String sql) {
        return jdbc.sql(sql)
                .param("name", name)
                .query((row, number) -> new Place(row.getLong("position"), row.getBoolean("paused")))
                .single();
    }
}
