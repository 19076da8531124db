package dev.pmt.shared.events;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed events their positions, without gaps and in an order that no transaction can upset.
 *
 * <p>One stamper at a time, by the lock of the relay's row; the second statement then sees every event that was committed
 * before. An event whose subject was locked by an earlier writer is inserted after that writer's commit, so if it is
 * visible, the earlier one is too, with a lower seq. READ COMMITTED is what makes the second statement see anew.
 */
final class Stamper {

    private static final String LOOK = """
            SELECT position, EXISTS (SELECT FROM event_log WHERE position IS NULL) AS waiting FROM event_relay
            """;

    private static final String LOCK = "SELECT position FROM event_relay FOR UPDATE";

    /**
     * Rows are found again by their ctid, which nobody changes meanwhile. By seq, PostgreSQL would go through all that wait for each
     * of the batch: its statistics are taken while hardly any do.
     */
    private static final String STAMP = """
            WITH waiting AS (
                SELECT ctid, row_number() OVER (ORDER BY seq) AS place
                  FROM (SELECT ctid, seq FROM event_log WHERE position IS NULL ORDER BY seq LIMIT :batch) visible),
            stamped AS (
                UPDATE event_log e
                   SET position = :position + waiting.place
                  FROM waiting
                 WHERE e.ctid = waiting.ctid
                RETURNING 1)
            UPDATE event_relay SET position = :position + (SELECT count(*) FROM stamped)
            RETURNING position
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Stamper(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Stamps at most so many events; writes nothing when none waits. */
    Stamped stamp(int batch) {
        var look = jdbc.sql(LOOK)
                .query((row, number) -> new Look(row.getLong("position"), row.getBoolean("waiting")))
                .single();
        return look.waiting() ? stampWaiting(batch) : new Stamped(look.head(), 0);
    }

    private Stamped stampWaiting(int batch) {
        var stamped = transaction.execute(status -> {
            var before = jdbc.sql(LOCK).query(Long.class).single();
            var after = jdbc.sql(STAMP)
                    .param("batch", batch)
                    .param("position", before)
                    .query(Long.class)
                    .single();
            return new Stamped(after, after - before);
        });
        return Objects.requireNonNull(stamped);
    }

    private record Look(long head, boolean waiting) {}

    /**
     * What one round did.
     *
     * @param head the highest position given so far, by anyone
     * @param count events stamped in this round
     */
    record Stamped(long head, long count) {}
}
