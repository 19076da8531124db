package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Holds what people were told against the log, and the log against what its consumers made of it. */
final class SoakLedger {

    private static final String OPEN = """
            SELECT 'event without a position: ' || id FROM api.event_log WHERE position IS NULL
            UNION ALL
            SELECT c.name || ' is at ' || coalesce(c.position::text, 'the snapshot') || ' of ' || r.position
              FROM (SELECT * FROM api.event_consumer UNION ALL SELECT * FROM notifications.event_consumer) c, api.event_relay r
             WHERE c.producer = 'api' AND c.position IS DISTINCT FROM r.position
            UNION ALL
            SELECT consumer || ' holds back ' || event::text || ', ' || state || ' after ' || attempts || ' attempts: ' || coalesce(error, '')
              FROM (SELECT * FROM api.event_dead_letter UNION ALL SELECT * FROM notifications.event_dead_letter) d
             WHERE event ->> 'data' NOT LIKE '%poison%'
            """;

    private static final String GAPS = "SELECT max(position) - count(*) FROM api.event_log";

    private static final String REORDERED = """
            SELECT count(*)
              FROM (SELECT version < lag(version) OVER (PARTITION BY subject ORDER BY position) AS early
                      FROM api.event_log) pairs
             WHERE early
            """;

    private static final String UNLOGGED = """
            SELECT count(*) FROM api.task t
             WHERE version <> (SELECT count(*) FROM api.event_log l WHERE l.subject = t.id)
            """;

    private static final String ACTIVITY = """
            SELECT count(*)
              FROM (SELECT subject, version, id FROM api.event_log
                     WHERE type LIKE 'pmt.task.%' AND type <> 'pmt.task.moved.v1') said
              FULL JOIN api.task_activity done
                ON done.task_id = said.subject AND done.version = said.version AND done.event_id = said.id
             WHERE said.id IS NULL OR done.event_id IS NULL
            """;

    private static final String LIVE = """
            SELECT count(*)
              FROM (SELECT position FROM api.event_log
                     WHERE data ->> 'poison' IS NULL
                       AND position >= (SELECT min(position) FROM notifications.recent_event)) said
              FULL JOIN notifications.recent_event done USING (position)
             WHERE said.position IS NULL OR done.position IS NULL
            """;

    private static final String ACKNOWLEDGED =
            "SELECT count(*) FROM api.event_log WHERE subject = ?::uuid AND version = ? AND type = 'pmt.task.moved.v1'";

    private static final String HELD = "SELECT count(*) FROM notifications.event_dead_letter";

    private static final String EVENTS = "SELECT count(*) FROM api.event_log";

    private final Connection database;

    SoakLedger(Connection database) {
        this.database = database;
    }

    /** Says what is still on its way: events, consumers that lag, dead letters that nobody planted. */
    List<String> open() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(OPEN)) {
            var open = new ArrayList<String>();
            while (rows.next()) {
                open.add(rows.getString(1));
            }
            return open;
        }
    }

    long events() throws SQLException {
        return count(EVENTS);
    }

    long gaps() throws SQLException {
        return count(GAPS);
    }

    long reordered() throws SQLException {
        return count(REORDERED);
    }

    /** Counts events that are held back because nobody can handle them; a task's history needs nothing of what they lack. */
    long held() throws SQLException {
        return count(HELD);
    }

    /** Counts tasks that have another version than events. */
    long unlogged() throws SQLException {
        return count(UNLOGGED);
    }

    /** Counts events without an effect at a consumer, and effects without an event. */
    long missingOrDoubled() throws SQLException {
        return count(ACTIVITY) + count(LIVE);
    }

    /** Counts acknowledged moves that the log does not hold exactly once. */
    long lost(Iterable<MovingLoad.Moved> acknowledged) throws SQLException {
        var lost = 0;
        for (var moved : acknowledged) {
            lost += count(ACKNOWLEDGED, moved.taskId(), moved.version()) == 1 ? 0 : 1;
        }
        return lost;
    }

    private long count(String sql, Object... parameters) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
