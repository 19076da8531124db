package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Holds an upgraded log against what its consumers made of it; tasks may be older than the log. */
final class UpgradedEvents {

    private static final Map<String, String> WRONG = Map.of(
            "events without activity", """
            SELECT count(*) FROM api.event_log l
             WHERE type LIKE 'pmt.task.%' AND type NOT IN ('pmt.task.moved.v1', 'pmt.task.watched.v1', 'pmt.task.unwatched.v1')
               AND NOT EXISTS (SELECT FROM api.task_activity
                                WHERE task_id = l.subject AND version = l.version AND event_id = l.id)
            """,
            "activity without an event, but for the creation of tasks from before the log", """
            SELECT count(*) FROM api.task_activity a
             WHERE NOT EXISTS (SELECT FROM api.event_log l
                                WHERE l.subject = a.task_id AND l.version = a.version AND l.id = a.event_id)
               AND (kind <> 'created' OR EXISTS (SELECT FROM api.event_log l
                                                  WHERE l.subject = a.task_id AND l.type = 'pmt.task.created.v1'))
            """,
            "tasks that were not created exactly once", """
            SELECT count(*) FROM api.task t
             WHERE (SELECT count(*) FROM api.task_activity WHERE task_id = t.id AND kind = 'created') <> 1
            """,
            "events that pages were not told, or told though there is none", """
            SELECT count(*)
              FROM (SELECT position FROM notifications.recent_event WHERE position > 0) told
              FULL JOIN (SELECT position FROM api.event_log
                          WHERE position >= (SELECT min(position) FROM notifications.recent_event WHERE position > 0)) said
                   USING (position)
             WHERE told.position IS NULL OR said.position IS NULL
            """,
            "people whose profile is not as they are", """
            SELECT count(*) FROM auth.users FULL JOIN api.profile ON user_id = id
             WHERE (users.name, users.active) IS DISTINCT FROM (profile.name, profile.active)
            """);

    private UpgradedEvents() {}

    /** Counts what is wrong, by what it is; empty when all is well. */
    static Map<String, Long> wrong(Connection database) throws SQLException {
        var found = new TreeMap<String, Long>();
        for (var kind : WRONG.entrySet()) {
            var count = Long.parseLong(
                    TableContents.strings(database, kind.getValue()).getFirst());
            if (count != 0) {
                found.put(kind.getKey(), count);
            }
        }
        return found;
    }
}
