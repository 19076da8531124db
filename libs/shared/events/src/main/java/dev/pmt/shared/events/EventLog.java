package dev.pmt.shared.events;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's log of what happened, written in the transaction that makes it true.
 *
 * <p>Facts of a subject must be appended after its row is locked: the order of the inserts is then their order for every
 * consumer (docs/events.md).
 */
public final class EventLog {

    private static final String APPEND = """
            INSERT INTO event_log (id, type, subject, version, time, actor, data) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Runnable afterCommit;

    EventLog(JdbcTemplate jdbc, JsonMapper json, Supplier<UUID> ids, Clock clock, Runnable afterCommit) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.afterCommit = afterCommit;
    }

    /** Appends facts in the caller's transaction. @throws IllegalStateException when there is none */
    public void append(List<Fact> facts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("facts must be appended in the transaction that makes them true");
        }
        if (facts.isEmpty()) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        if (facts.size() == 1) {
            jdbc.update(APPEND, statement -> set(statement, facts.getFirst(), now));
        } else {
            jdbc.batchUpdate(APPEND, facts, facts.size(), (statement, fact) -> set(statement, fact, now));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                afterCommit.run();
            }
        });
    }

    /** Appends one fact in the caller's transaction. @throws IllegalStateException when there is none */
    public void append(Fact fact) {
        append(List.of(fact));
    }

    private void set(PreparedStatement statement, Fact fact, OffsetDateTime now) throws SQLException {
        statement.setObject(1, ids.get());
        statement.setString(2, fact.type());
        statement.setObject(3, fact.subject());
        statement.setLong(4, fact.version());
        statement.setObject(5, now);
        statement.setObject(6, fact.actor(), Types.OTHER);
        statement.setString(7, json.writeValueAsString(fact.data()));
    }
}
