package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Holds what people were told against the log, and the log against what its consumers made of it. */
final class SoakLedger {

    private static final String UNSTAMPED =
            "SELECT 'event without a position: ' || id FROM api.event_log WHERE position IS NULL";

    private static final String LAST = "SELECT position FROM api.event_relay";

    private static final String HEARD =
            "SELECT coalesce(max(position), -1) FROM notifications.event_consumer WHERE producer = 'api'";

    private static final String LAGGING = """
            SELECT name || ' is at ' || coalesce(position::text, 'the snapshot') || ' of ' || ?
              FROM %1$s.event_consumer WHERE producer = 'api' AND position IS DISTINCT FROM ?
            UNION ALL
            SELECT consumer || ' holds back ' || event::text || ', ' || state || ' after ' || attempts || ' attempts: ' || coalesce(error, '')
              FROM %1$s.event_dead_letter WHERE event ->> 'data' NOT LIKE '%%poison%%'
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
            SELECT 'history: ' || coalesce('nothing of ' || said.id, 'too much of ' || done.event_id)
              FROM (SELECT subject, version, id FROM api.event_log
                     WHERE type LIKE 'pmt.task.%' AND type NOT IN ('pmt.task.moved.v1', 'pmt.task.watched.v1', 'pmt.task.unwatched.v1')) said
              FULL JOIN api.task_activity done
                ON done.task_id = said.subject AND done.version = said.version AND done.event_id = said.id
             WHERE said.id IS NULL OR done.event_id IS NULL
            """;

    private static final String TOLD = "SELECT position FROM notifications.recent_event ORDER BY 1";

    private static final String TO_TELL =
            "SELECT position FROM api.event_log WHERE data ->> 'poison' IS NULL AND position >= ? ORDER BY 1";

    private static final String ACKNOWLEDGED =
            "SELECT count(*) FROM api.event_log WHERE subject = ?::uuid AND version = ? AND type = 'pmt.task.moved.v1'";

    private static final String HELD = "SELECT count(*) FROM notifications.event_dead_letter";

    private static final String EVENTS = "SELECT count(*) FROM api.event_log";

    private final Connection api;
    private final Connection notifications;

    /** Looks at the databases that hold both services' schemas, which may be one. */
    SoakLedger(Connection api, Connection notifications) {
        this.api = api;
        this.notifications = notifications;
    }

    /** Says what is still on its way: events, consumers that lag, dead letters that nobody planted. */
    List<String> open() throws SQLException {
        var open = new ArrayList<>(all(api, UNSTAMPED));
        var last = last();
        open.addAll(all(api, LAGGING.formatted("api"), last, last));
        open.addAll(all(notifications, LAGGING.formatted("notifications"), last, last));
        return open;
    }

    /** Returns the position of the last event that has one. */
    long last() throws SQLException {
        return count(api, LAST);
    }

    /** Returns the position up to which the consumer has taken events; -1 while it has not begun. */
    long heard() throws SQLException {
        return count(notifications, HEARD);
    }

    long events() throws SQLException {
        return count(api, EVENTS);
    }

    long gaps() throws SQLException {
        return count(api, GAPS);
    }

    long reordered() throws SQLException {
        return count(api, REORDERED);
    }

    /** Counts events that are held back because nobody can handle them; a task's history needs nothing of what they lack. */
    long held() throws SQLException {
        return count(notifications, HELD);
    }

    /** Counts tasks that have another version than events. */
    long unlogged() throws SQLException {
        return count(api, UNLOGGED);
    }

    /** Names events without an effect at a consumer, and effects without an event. */
    List<String> missingOrDoubled() throws SQLException {
        var found = new ArrayList<>(all(api, ACTIVITY));
        var surplus = all(notifications, TOLD);
        if (!surplus.isEmpty()) {
            var missing = all(api, TO_TELL, Long.valueOf(surplus.getFirst()));
            surplus.removeIf(missing::remove);
            missing.forEach(position -> found.add("sockets: nothing of event " + position));
            surplus.forEach(position -> found.add("sockets: too much of event " + position));
        }
        return found;
    }

    /** Counts acknowledged moves that the log does not hold exactly once. */
    long lost(Iterable<MovingLoad.Moved> acknowledged) throws SQLException {
        var lost = 0;
        for (var moved : acknowledged) {
            lost += count(api, ACKNOWLEDGED, moved.taskId(), moved.version()) == 1 ? 0 : 1;
        }
        return lost;
    }

    private static long count(Connection database, String sql, Object... parameters) throws SQLException {
        return Long.parseLong(all(database, sql, parameters).getFirst());
    }

    private static List<String> all(Connection database, String sql, Object... parameters) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        }
    }
}
