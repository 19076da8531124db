package dev.pmt.shared.events;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pmt.shared.data.Migrations;
import dev.pmt.shared.service.UuidV7;
import dev.pmt.shared.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A service with a log, subjects and a consumer that writes down what it saw, on a real database. */
final class EventWorld implements AutoCloseable {

    static final String TYPE = "pmt.aggregate.changed.v1";

    final HikariDataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Head head = new Head();
    final Stamper stamper;
    final LocalFeed feed;
    final EventLog log;
    final JsonMapper json = new JsonMapper();
    final Supplier<UUID> ids = new UuidV7();
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
        Migrations.run(source, "sample");
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        stamper = new Stamper(jdbc, transaction);
        feed = new LocalFeed(jdbc, head);
        log = new EventLog(new JdbcTemplate(source), json, ids, Clock.systemUTC(), () -> {});
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

    void stampAll() {
        Stamper.Stamped stamped;
        do {
            stamped = stamper.stamp(settings.batch());
            head.rise(stamped.head());
        } while (stamped.count() > 0);
    }

    Consumption consumption(String name, Consumer<Event> handler) {
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
        new ConsumerState(jdbc, name).create("sample");
        return new Consumption(
                consumer,
                feed,
                new ConsumerState(jdbc, name),
                new DeadLetters(jdbc, json, name, settings, Clock.systemUTC()),
                transaction,
                settings);
    }

    /** Returns the versions of a subject in the order in which they took effect. */
    List<Long> effects(UUID subject) {
        return jdbc.sql("SELECT version FROM effect WHERE subject = :subject ORDER BY id")
                .param("subject", subject)
                .query(Long.class)
                .list();
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
        source.close();
    }
}
