package dev.pmt.shared.events;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes events and inbox entries that are older than the replay window, oldest first and a batch a statement. */
final class Pruner {

    private static final int BATCH = 5_000;

    private static final String EVENTS = """
            DELETE FROM event_log
             WHERE position IS NOT NULL AND position IN (
                   SELECT position
                     FROM (SELECT position, time FROM event_log WHERE position IS NOT NULL ORDER BY position LIMIT :batch) oldest
                    WHERE time < :before)
            """;

    private static final String INBOX = """
            DELETE FROM event_inbox
             WHERE (consumer, event_id) IN (
                   SELECT consumer, event_id FROM event_inbox WHERE event_id < :before LIMIT :batch)
            """;

    private final JdbcClient jdbc;
    private final EventSettings settings;
    private final Clock clock;

    Pruner(JdbcClient jdbc, EventSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void prune() {
        var before = OffsetDateTime.now(clock).minus(settings.retention());
        while (jdbc.sql(EVENTS).param("batch", BATCH).param("before", before).update() == BATCH) {
            // the next batch at once
        }
        // the ids are UUIDv7: their first 48 bits are the time in ms
        var oldest = new UUID(before.toInstant().toEpochMilli() << 16, 0);
        while (jdbc.sql(INBOX).param("batch", BATCH).param("before", oldest).update() == BATCH) {
            // the next batch at once
        }
    }
}
