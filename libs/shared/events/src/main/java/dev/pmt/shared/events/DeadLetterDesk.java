package dev.pmt.shared.events;

import dev.pmt.shared.events.DeadLetter.State;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does about dead letters; the caller holds the consumer's lock for changes. */
final class DeadLetterDesk {

    private static final String LETTERS = """
            SELECT event_id, event ->> 'type' AS type, subject, position, state, attempts, error, retry_at
              FROM event_dead_letter
             WHERE consumer = :consumer
            """;

    private static final String LIST = LETTERS + """
               AND position > :after
             ORDER BY position
             LIMIT :limit
            """;

    private static final String FIND = LETTERS + " AND event_id = :id";

    private static final String RETRY = """
            UPDATE event_dead_letter SET state = 'retrying', retry_at = :now
             WHERE consumer = :consumer AND event_id = :id
            """;

    private static final String RETRY_ALL = """
            UPDATE event_dead_letter SET state = 'retrying', retry_at = :now
             WHERE consumer = :consumer AND state IN ('retrying', 'parked')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetterDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lists in order of positions, from the one after {@code after}. */
    List<DeadLetter> list(String consumer, long after, int limit) {
        return jdbc.sql(LIST)
                .param("consumer", consumer)
                .param("after", after)
                .param("limit", limit)
                .query(DeadLetterDesk::row)
                .list();
    }

    /** Makes an event due that failed. @throws ProblemException 404 unknown, 409 it waits for an earlier one */
    DeadLetter retry(String consumer, UUID id) {
        var letter = failed(consumer, id);
        jdbc.sql(RETRY)
                .param("consumer", consumer)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return letter;
    }

    /** Makes every event due that failed. */
    int retryAll(String consumer) {
        return jdbc.sql(RETRY_ALL)
                .param("consumer", consumer)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Returns an event that failed. @throws ProblemException 404 unknown, 409 it waits for an earlier one */
    DeadLetter failed(String consumer, UUID id) {
        var letter = jdbc.sql(FIND)
                .param("consumer", consumer)
                .param("id", id)
                .query(DeadLetterDesk::row)
                .optional()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "dead-letter-not-found",
                        "Consumer " + consumer + " holds no such event; perhaps it was handled meanwhile."));
        if (letter.state() == State.WAITING) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "waits-behind",
                    "This event has not failed: it waits behind an earlier one of its subject.");
        }
        return letter;
    }

    private static DeadLetter row(ResultSet row, int number) throws SQLException {
        var retryAt = row.getObject("retry_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                row.getLong("position"),
                State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("error"),
                retryAt == null ? null : retryAt.toInstant());
    }
}
