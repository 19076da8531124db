package dev.pmt.shared.events;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes events and inbox entries that are older than the replay window, oldest first and a batch a statement. Their age is
 * that of their ids, UUIDv7, whose first 48 bits are the time in ms at which they were written: a fact may tell of a time long
 * before.
 */
final class Pruner {

    private static final int BATCH = 5_000;

    private static final String EVENTS = """
            DELETE FROM event_log
             WHERE position IS NOT NULL AND position IN (
                   SELECT position
                     FROM (SELECT position, id FROM event_log WHERE position IS NOT NULL ORDER BY position LIMIT :batch) oldest
                    WHERE id < :before)
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
        var time = clock.instant().minus(settings.retention());
        var before = new UUID(time.toEpochMilli() << 16, 0);
        for (var statement : List.of(EVENTS, INBOX)) {
            while (jdbc.sql(statement)
                            .param("batch", BATCH)
                            .param("before", before)
                            .update()
                    == BATCH) {
                // the next batch at once
            }
        }
    }
}
