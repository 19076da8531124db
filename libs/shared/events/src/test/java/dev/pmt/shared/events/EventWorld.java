package dev.pmt.shared.events;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pmt.shared.data.Migrations;
import dev.pmt.shared.service.UuidV7;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.TelemetrySettings;
import dev.pmt.shared.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A service with a log, subjects and a consumer that writes down what it saw, on a real database. */
final class EventWorld implements AutoCloseable {

    static final Telemetry TELEMETRY = Telemetry.start(TelemetrySettings.of("sample", key -> null));

    static final String TYPE = "pmt.aggregate.changed.v1";

    final HikariDataSource source;
    private final HikariDataSource producer;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Head head = new Head();
    final Stamper stamper;
    final LocalFeed feed;
    final EventLog log;
    final JsonMapper json = new JsonMapper();
    final Supplier<UUID> ids = new UuidV7();
    private final AtomicInteger lost = new AtomicInteger();
    final EventSettings settings = new EventSettings(
            50,
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            Duration.ofDays(30),
            3,
            Duration.ofMillis(20),
            Duration.ofMillis(50));

    EventWorld() {
        var database = TestDatabase.fresh("sample");
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setSchema("sample");
        config.setMaximumPoolSize(24);
        source = new HikariDataSource(config);
        config.setMaximumPoolSize(1);
        producer = new HikariDataSource(config);
        Migrations.run(source, "sample");
        jdbc = JdbcClient.create(source);
        var transactions = new LossyTransactions(source);
        transaction = new TransactionTemplate(transactions);
        stamper = new Stamper(jdbc, transaction);
        feed = new LocalFeed(
                "sample",
                jdbc,
                head,
                new Snapshots(
                        "sample",
                        JdbcClient.create(producer),
                        new JdbcTransactionManager(producer),
                        json,
                        ids,
                        Clock.systemUTC(),
                        List.of(this::tell),
                        settings.batch()));
        log = new EventLog(new JdbcTemplate(source), json, ids, Clock.systemUTC(), TELEMETRY.tracing(), () -> {});
    }

    UUID subject() {
        var id = ids.get();
        jdbc.sql("INSERT INTO aggregate (id, version) VALUES (:id, 0)")
                .param("id", id)
                .update();
        return id;
    }

    /** Changes a subject as services do: its row first, then the fact, then the commit. */
    void change(UUID subject) {
        transaction.executeWithoutResult(status -> append(subject));
    }

    void append(UUID subject) {
        var version = jdbc.sql("UPDATE aggregate SET version = version + 1 WHERE id = :id RETURNING version")
                .param("id", subject)
                .query(Long.class)
                .single();
        log.append(new Fact(TYPE, subject, version, null, Map.of("version", version)));
    }

    /** Says what no consumer wants to hear. */
    void sayOtherwise() {
        transaction.executeWithoutResult(
                status -> log.append(new Fact("pmt.aggregate.ignored.v1", UUID.randomUUID(), 1, null, Map.of())));
    }

    private void tell(Consumer<Fact> listener) {
        JdbcClient.create(producer)
                .sql("SELECT id, version FROM aggregate WHERE version > 0")
                .query((row, number) ->
                        new Fact(TYPE, row.getObject("id", UUID.class), row.getLong("version"), null, Map.of()))
                .list()
                .forEach(listener);
    }

    /** Makes the next commits fail as in an outage: nothing of them happens. */
    void loseCommits(int count) {
        lost.set(count);
    }

    private final class LossyTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;

        LossyTransactions(DataSource source) {
            super(source);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                doRollback(status);
                throw new TransactionSystemException("the connection broke");
            }
            super.doCommit(status);
        }
    }

    void stampAll() {
        Stamper.Stamped stamped;
        do {
            stamped = stamper.stamp(settings.batch());
            head.rise(stamped.head());
        } while (stamped.count() > 0);
    }

    Consumption consumption(String name, Consumer<Event> handler) {
        return consumption(name, false, handler);
    }

    Consumption consumption(String name, boolean startsFromSnapshot, Consumer<Event> handler) {
        var consumer = new EventConsumer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String producer() {
                return "sample";
            }

            @Override
            public java.util.Set<String> types() {
                return java.util.Set.of(TYPE);
            }

            @Override
            public boolean startsFromSnapshot() {
                return startsFromSnapshot;
            }

            @Override
            public void forget(long after) {
                jdbc.sql("""
                        DELETE FROM effect e
                         WHERE :after = 0 OR EXISTS (
                               SELECT FROM event_log l
                                WHERE l.subject = e.subject AND l.version = e.version AND l.position > :after)
                        """).param("after", after).update();
            }

            @Override
            public void handle(List<Event> events) {
                for (var event : events) {
                    handler.accept(event);
                    jdbc.sql("INSERT INTO effect (subject, version) VALUES (:subject, :version)")
                            .param("subject", event.subject())
                            .param("version", event.version())
                            .update();
                }
            }
        };
        new ConsumerState(jdbc, name).create("sample", startsFromSnapshot ? null : 0L);
        var handling = new Handling(consumer, TELEMETRY, Clock.systemUTC());
        return new Consumption(
                consumer, handling, feed, new ConsumerState(jdbc, name), deadLetters(name), transaction, settings);
    }

    /** Returns the versions of a subject in the order in which they took effect. */
    List<Long> effects(UUID subject) {
        return jdbc.sql("SELECT version FROM effect WHERE subject = :subject ORDER BY id")
                .param("subject", subject)
                .query(Long.class)
                .list();
    }

    DeadLetters deadLetters(String consumer) {
        return new DeadLetters(jdbc, json, consumer, settings, Clock.systemUTC());
    }

    List<String> deadLetters() {
        return jdbc.sql("SELECT state FROM event_dead_letter ORDER BY position")
                .query(String.class)
                .list();
    }

    /** Returns the highest position given so far. */
    long head() {
        return count("SELECT position FROM event_relay");
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        producer.close();
        source.close();
    }
}
