package dev.pmt.shared.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the service's own log. */
final class LocalFeed implements EventFeed {

    private static final String READ = """
            SELECT id, type, subject, version, position, time, actor, data
              FROM event_log
             WHERE position > :after
             ORDER BY position
             LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final Head head;

    LocalFeed(JdbcClient jdbc, Head head) {
        this.jdbc = jdbc;
        this.head = head;
    }

    @Override
    public List<Event> read(long after, int limit, Duration wait) throws InterruptedException {
        head.awaitBeyond(after, wait);
        return jdbc.sql(READ)
                .param("after", after)
                .param("limit", limit)
                .query(LocalFeed::row)
                .list();
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
                row.getString(8));
    }
}
