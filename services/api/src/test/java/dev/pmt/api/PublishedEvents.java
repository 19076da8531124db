package dev.pmt.api;

import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the service has said so far, as consumers get it: CloudEvents 1.0 in JSON. */
final class PublishedEvents {

    private static final String READ = """
            SELECT jsonb_build_object(
                       'specversion', '1.0', 'id', id, 'source', '/api', 'type', type, 'subject', subject, 'time', time,
                       'datacontenttype', 'application/json', 'version', version, 'position', position, 'data', data)
                   || CASE WHEN actor IS NULL THEN '{}' ELSE jsonb_build_object('actor', actor) END
              FROM api.event_log
             ORDER BY position
            """;

    private static final String UNSTAMPED = "SELECT id FROM api.event_log WHERE position IS NULL";

    private PublishedEvents() {}

    /** Waits until all events have their positions, and returns them in this order. */
    static List<String> of(TestDatabase database) {
        await().until(() -> texts(database, UNSTAMPED).isEmpty());
        return texts(database, READ);
    }

    private static List<String> texts(TestDatabase database, String sql) {
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
