package dev.pmt.shared.events;

import dev.pmt.shared.telemetry.Traceparent;
import dev.pmt.shared.telemetry.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            INSERT INTO event_log (id, type, subject, version, time, actor, data, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Tracing tracing;
    private final Runnable afterCommit;

    EventLog(
            JdbcTemplate jdbc,
            JsonMapper json,
            Supplier<UUID> ids,
            Clock clock,
            Tracing tracing,
            Runnable afterCommit) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.tracing = tracing;
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
        var span = tracing.part("publish", SpanKind.PRODUCER);
        try {
            insert(facts, now, Traceparent.of(span));
        } finally {
            span.end();
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

    private void insert(List<Fact> facts, OffsetDateTime now, @Nullable String trace) {
        if (facts.size() == 1) {
            jdbc.update(APPEND, statement -> set(statement, facts.getFirst(), now, trace));
        } else {
            jdbc.batchUpdate(APPEND, facts, facts.size(), (statement, fact) -> set(statement, fact, now, trace));
        }
    }

    private void set(PreparedStatement statement, Fact fact, OffsetDateTime now, @Nullable String trace)
            throws SQLException {
        statement.setObject(1, ids.get());
        statement.setString(2, fact.type());
        statement.setObject(3, fact.subject());
        statement.setLong(4, fact.version());
        statement.setObject(5, now);
        statement.setObject(6, fact.actor(), Types.OTHER);
        statement.setString(7, json.writeValueAsString(fact.data()));
        statement.setString(8, trace);
    }
}
