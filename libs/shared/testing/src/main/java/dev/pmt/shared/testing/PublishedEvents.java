package dev.pmt.shared.testing;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a service has said so far, as consumers get it: CloudEvents 1.0 in JSON. */
public final class PublishedEvents {

    private static final String READ = """
            SELECT jsonb_build_object(
                       'specversion', '1.0', 'id', id, 'source', '/' || current_user, 'type', type, 'subject', subject,
                       'time', time, 'datacontenttype', 'application/json', 'version', version, 'position', position,
                       'data', data)
                   || CASE WHEN actor IS NULL THEN '{}' ELSE jsonb_build_object('actor', actor) END
              FROM event_log
             ORDER BY position
            """;

    private static final String UNSTAMPED = "SELECT id FROM event_log WHERE position IS NULL";

    private PublishedEvents() {}

    /** Waits until all events have their positions, and returns them in this order. */
    public static List<String> of(TestDatabase database) {
        await().until(() -> texts(database, UNSTAMPED).isEmpty());
        return texts(database, READ);
    }

    private static List<String> texts(TestDatabase database, String sql) {
        try (var connection = database.connect();
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
