package dev.pmt.shared.events;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The events that a consumer could not handle yet, each with the later ones of its subject behind it. */
final class DeadLetters {

    private static final int LONGEST_ERROR = 500;

    private static final String ADD = """
            INSERT INTO event_dead_letter (consumer, position, event_id, subject, event, state, attempts, error, retry_at)
            VALUES (:consumer, :position, :id, :subject, :event::jsonb, :state, :attempts, :error, :retryAt)
            ON CONFLICT (consumer, event_id) DO NOTHING
            """;

    private static final String DUE = """
            SELECT event, attempts
              FROM event_dead_letter
             WHERE consumer = :consumer AND state = 'retrying' AND retry_at <= :now
             ORDER BY position
             LIMIT 1
            """;

    private static final String IS_DUE = """
            SELECT EXISTS (
                   SELECT FROM event_dead_letter
                    WHERE consumer = :consumer AND event_id = :id AND state = 'retrying' AND retry_at <= :now)
            """;

    private static final String AGAIN = """
            UPDATE event_dead_letter SET state = :state, attempts = :attempts, error = :error, retry_at = :retryAt
             WHERE consumer = :consumer AND event_id = :id
            """;

    private static final String REMOVE = "DELETE FROM event_dead_letter WHERE consumer = :consumer AND event_id = :id";

    private static final String NEXT = """
            UPDATE event_dead_letter SET state = 'retrying', retry_at = :now
             WHERE (consumer, event_id) = (
                   SELECT consumer, event_id
                     FROM event_dead_letter
                    WHERE consumer = :consumer AND subject = :subject
                    ORDER BY position
                    LIMIT 1)
            """;

    private static final String FORGET =
            "DELETE FROM event_dead_letter WHERE consumer = :consumer AND position > :after";

    /** An event that is to be tried again. */
    record Due(Event event, int attempts) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String consumer;
    private final EventSettings settings;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, JsonMapper json, String consumer, EventSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.consumer = consumer;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the oldest event whose next attempt is due, if any. */
    Optional<Due> due() {
        return jdbc.sql(DUE)
                .param("consumer", consumer)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) ->
                        new Due(json.readValue(row.getString("event"), Event.class), row.getInt("attempts")))
                .optional();
    }

    /** Answers whether an event is still to be tried now; ask with the consumer's lock in hand. */
    boolean isDue(Event event) {
        return jdbc.sql(IS_DUE)
                .param("consumer", consumer)
                .param("id", event.id())
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }

    /** Holds back an event that failed for the first time. */
    void hold(Event event, RuntimeException failure) {
        add(event, "retrying", 1, error(failure), OffsetDateTime.now(clock).plus(settings.pauseAfter(1)));
    }

    /** Holds back an event because an earlier one of its subject is. */
    void hold(Event event) {
        add(event, "waiting", 0, null, null);
    }

    /** Notes another failure: the event is tried again later, or parked when it was tried often enough. */
    void failed(Due due, RuntimeException failure) {
        var attempts = due.attempts() + 1;
        var parked = attempts >= settings.attempts();
        jdbc.sql(AGAIN)
                .param("consumer", consumer)
                .param("id", due.event().id())
                .param("state", parked ? "parked" : "retrying")
                .param("attempts", attempts)
                .param("error", error(failure))
                .param("retryAt", parked ? null : OffsetDateTime.now(clock).plus(settings.pauseAfter(attempts)))
                .update();
    }

    /** Takes an event out, handled or given up, and lets the next one of its subject go on. */
    void remove(UUID event, UUID subject) {
        var removed =
                jdbc.sql(REMOVE).param("consumer", consumer).param("id", event).update();
        if (removed == 1) {
            jdbc.sql(NEXT)
                    .param("consumer", consumer)
                    .param("subject", subject)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** Forgets the consumer's that lie beyond a position, because it is given them again. */
    void forget(long after) {
        jdbc.sql(FORGET).param("consumer", consumer).param("after", after).update();
    }

    private void add(
            Event event, String state, int attempts, @Nullable String error, @Nullable OffsetDateTime retryAt) {
        jdbc.sql(ADD)
                .param("consumer", consumer)
                .param("position", event.position())
                .param("id", event.id())
                .param("subject", event.subject())
                .param("event", json.writeValueAsString(event.at(null)))
                .param("state", state)
                .param("attempts", attempts)
                .param("error", error)
                .param("retryAt", retryAt)
                .update();
    }

    /** Returns what is kept of a failure. */
    static String error(Throwable failure) {
        var text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
