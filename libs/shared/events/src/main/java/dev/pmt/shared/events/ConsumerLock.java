package dev.pmt.shared.events;

import dev.pmt.shared.web.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a consumer between two of its batches: in a transaction that holds the lock which every batch takes. */
final class ConsumerLock {

    private static final String LOCK_TIMEOUT = "55P03";

    private static final String KNOWN = "SELECT count(*) FROM event_consumer WHERE name = :name";

    private static final String WAIT = "SELECT set_config('lock_timeout', :patience, true)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration patience;

    /** Makes it; {@code patience} is how long it waits for a batch under way. */
    ConsumerLock(JdbcClient jdbc, PlatformTransactionManager transactions, Duration patience) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Returns what the work makes of the locked consumer. @throws ProblemException 404 unknown, 503 a batch takes long */
    <T> T with(String consumer, Function<ConsumerState, T> work) {
        require(consumer);
        try {
            return transaction.execute(status -> {
                jdbc.sql(WAIT)
                        .param("patience", patience.toMillis() + "ms")
                        .query(String.class)
                        .single();
                var state = new ConsumerState(jdbc, consumer);
                state.lock();
                return work.apply(state);
            });
        } catch (UncategorizedSQLException e) {
            if (!(e.getCause() instanceof SQLException refusal && LOCK_TIMEOUT.equals(refusal.getSQLState()))) {
                throw e;
            }
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "consumer-busy",
                    "Consumer " + consumer + " has been at one batch for longer than this waits; nothing was changed.",
                    patience);
        }
    }

    /** Refuses names that no consumer has. @throws ProblemException 404 */
    void require(String consumer) {
        if (jdbc.sql(KNOWN).param("name", consumer).query(Long.class).single() == 0) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "consumer-not-found", "This service has no consumer with this name.");
        }
    }
}
