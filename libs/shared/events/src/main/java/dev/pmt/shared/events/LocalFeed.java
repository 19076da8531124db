package dev.pmt.shared.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the service's own log. */
final class LocalFeed implements EventFeed {

    private static final String READ = """
            SELECT id, type, subject, version, position, time, actor, data, trace
              FROM event_log
             WHERE position > :after
             ORDER BY position
             LIMIT :limit
            """;

    private static final String HEAD = "SELECT position FROM event_relay";

    private final String service;
    private final JdbcClient jdbc;
    private final Head head;
    private final Snapshots snapshots;

    LocalFeed(String service, JdbcClient jdbc, Head head, Snapshots snapshots) {
        this.service = service;
        this.jdbc = jdbc;
        this.head = head;
        this.snapshots = snapshots;
    }

    @Override
    public List<Event> read(long after, int limit, Duration wait) throws InterruptedException {
        head.awaitBeyond(after, wait);
        var events = rows(after, limit);
        if (events.isEmpty() && head() > after) {
            events = rows(after, limit);
            if (events.isEmpty()) {
                throw new EventsGoneException(service, after);
            }
        }
        if (!events.isEmpty() && events.getFirst().position() > after + 1) {
            throw new EventsGoneException(service, after);
        }
        return events;
    }

    @Override
    public long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    @Override
    public SnapshotPlace snapshot(Consumer<List<Event>> states) {
        return snapshots.give(states);
    }

    private List<Event> rows(long after, int limit) {
        return jdbc.sql(READ)
                .param("after", after)
                .param("limit", limit)
                .query(LocalFeed::row)
                .list();
    }

    @Override
    public void wake() {
        head.wake();
    }

    private static Event row(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9));
    }
}
