package dev.pmt.shared.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the service's state at a place in its log. One transaction sees both, at REPEATABLE READ: an event that is
 * committed but has no position yet is in the state too, so it is named, and is not to take effect again.
 */
final class Snapshots {

    private static final String POSITION = "SELECT position FROM event_relay";

    private static final String UNSTAMPED = "SELECT id FROM event_log WHERE position IS NULL";

    private final String service;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final List<EventSnapshot> tellers;
    private final int batch;
    private final TransactionTemplate transaction;

    Snapshots(
            String service,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Supplier<UUID> ids,
            Clock clock,
            List<EventSnapshot> tellers,
            int batch) {
        this.service = service;
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.tellers = tellers;
        this.batch = batch;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    SnapshotPlace give(Consumer<List<Event>> states) {
        if (tellers.isEmpty()) {
            throw new FeedException("Service " + service + " has no snapshot of its state to begin with");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var position = jdbc.sql(POSITION).query(Long.class).single();
            var included = jdbc.sql(UNSTAMPED).query(UUID.class).list();
            tell(position, states);
            return new SnapshotPlace(position, new HashSet<>(included));
        }));
    }

    private void tell(long position, Consumer<List<Event>> states) {
        var full = new ArrayList<Event>(batch);
        Consumer<Fact> listener = fact -> {
            full.add(state(fact, position));
            if (full.size() == batch) {
                states.accept(List.copyOf(full));
                full.clear();
            }
        };
        tellers.forEach(teller -> teller.tell(listener));
        if (!full.isEmpty()) {
            states.accept(List.copyOf(full));
        }
    }

    private Event state(Fact fact, long position) {
        return new Event(
                ids.get(),
                fact.type(),
                fact.subject(),
                fact.version(),
                position,
                clock.instant(),
                fact.actor(),
                json.writeValueAsString(fact.data()),
                null);
    }
}
