package dev.pmt.shared.events;

import dev.pmt.shared.events.ConsumerStatus.Held;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at a service's log and at its consumers; changes nothing. */
final class EventStatus {

    private static final String LOG = """
            SELECT position AS head,
                   (SELECT count(*) FROM event_log WHERE position IS NULL) AS unstamped,
                   (SELECT min(position) FROM event_log WHERE position IS NOT NULL) AS oldest,
                   (SELECT epoch FROM fence_owner) AS epoch
              FROM event_relay
            """;

    private static final String CONSUMERS = """
            SELECT c.name, c.producer, c.position, c.paused,
                   count(*) FILTER (WHERE d.state = 'retrying') AS retrying,
                   count(*) FILTER (WHERE d.state = 'parked') AS parked,
                   count(*) FILTER (WHERE d.state = 'waiting') AS waiting,
                   (array_agg(d.error ORDER BY d.position) FILTER (WHERE d.error IS NOT NULL))[1] AS error
              FROM event_consumer c
              LEFT JOIN event_dead_letter d ON d.consumer = c.name
             WHERE c.name = coalesce(:name, c.name)
             GROUP BY c.name
             ORDER BY c.name
            """;

    /** How many may ask other services for their heads at once. */
    static final int LOOKING = 4;

    private record Row(
            String name,
            String producer,
            @Nullable Long position,
            boolean paused,
            Held held,
            @Nullable String error) {}

    private record Behind(@Nullable Long events, @Nullable Instant since) {
        static final Behind UNKNOWN = new Behind(null, null);
    }

    private final Semaphore looking = new Semaphore(LOOKING);
    private final JdbcClient jdbc;
    private final Function<String, EventFeed> feeds;
    private final Function<String, Optional<String>> failures;

    /** Makes it from the feeds of producers and from why a consumer cannot go on in this process, if it cannot. */
    EventStatus(JdbcClient jdbc, Function<String, EventFeed> feeds, Function<String, Optional<String>> failures) {
        this.jdbc = jdbc;
        this.feeds = feeds;
        this.failures = failures;
    }

    LogState log() {
        return jdbc.sql(LOG)
                .query((row, number) -> new LogState(
                        row.getLong("head"),
                        row.getLong("unstamped"),
                        row.getObject("oldest", Long.class),
                        row.getLong("epoch")))
                .single();
    }

    /** Returns all consumers, by name. */
    List<ConsumerStatus> consumers() throws InterruptedException {
        return consumers(null);
    }

    /**
     * How far a consumer is, by itself.
     *
     * @param position of the last event that it has passed; null when it is to start from a snapshot
     * @param held events that it holds back because one failed
     */
    record Reached(String name, String producer, @Nullable Long position, boolean paused, long held) {}

    /** Returns how far all consumers are, by name; asks nobody else. */
    List<Reached> reached() {
        return rows(null).stream()
                .map(row -> new Reached(
                        row.name(),
                        row.producer(),
                        row.position(),
                        row.paused(),
                        row.held().retrying() + row.held().parked() + row.held().waiting()))
                .toList();
    }

    Optional<ConsumerStatus> consumer(String name) throws InterruptedException {
        return consumers(name).stream().findFirst();
    }

    private List<ConsumerStatus> consumers(@Nullable String name) throws InterruptedException {
        var found = new ArrayList<ConsumerStatus>();
        for (var row : rows(name)) {
            var behind = behind(row);
            found.add(new ConsumerStatus(
                    row.name(),
                    row.producer(),
                    row.position(),
                    behind.events(),
                    behind.since(),
                    row.paused(),
                    row.held(),
                    failures.apply(row.name()).orElse(row.error())));
        }
        return found;
    }

    private List<Row> rows(@Nullable String name) {
        return jdbc.sql(CONSUMERS).param("name", name).query(EventStatus::row).list();
    }

    private Behind behind(Row consumer) throws InterruptedException {
        var position = consumer.position();
        if (position == null || !looking.tryAcquire()) {
            return Behind.UNKNOWN;
        }
        try {
            var feed = feeds.apply(consumer.producer());
            var events = Math.max(0, feed.head() - position);
            return new Behind(events, events == 0 ? null : next(feed, position));
        } catch (FeedException e) {
            return Behind.UNKNOWN;
        } finally {
            looking.release();
        }
    }

    private static @Nullable Instant next(EventFeed feed, long position) throws InterruptedException {
        try {
            var next = feed.read(position, 1, Duration.ZERO);
            return next.isEmpty() ? null : next.getFirst().time();
        } catch (EventsGoneException e) {
            return null;
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("name"),
                row.getString("producer"),
                row.getObject("position", Long.class),
                row.getBoolean("paused"),
                new Held(row.getLong("retrying"), row.getLong("parked"), row.getLong("waiting")),
                row.getString("error"));
    }
}
