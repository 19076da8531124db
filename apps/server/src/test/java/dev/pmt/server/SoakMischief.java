package dev.pmt.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What goes wrong beside processes that die: events come again, and some cannot be handled. */
final class SoakMischief {

    private static final String POISON = """
            INSERT INTO api.event_log (subject, version, id, type, time, data)
            VALUES (gen_random_uuid(), 1, gen_random_uuid(), 'pmt.task.created.v1', now(), '{"poison": true}')
            """;

    private static final String AGAIN =
            "UPDATE %s.event_consumer SET position = greatest(0, position - 200) WHERE producer = 'api'";

    private final Path home;
    private int poisoned;
    private int rewound;

    SoakMischief(Path home) {
        this.home = home;
    }

    int poisoned() {
        return poisoned;
    }

    int rewound() {
        return rewound;
    }

    /** Puts an event into the log that nobody can read. */
    void poison() throws Exception {
        in("api", POISON);
        poisoned++;
    }

    /** Sets all who read api's log back, so that they are given events that they had. */
    void repeat() throws Exception {
        in("api", AGAIN.formatted("api"));
        in("notifications", AGAIN.formatted("notifications"));
        rewound++;
    }

    private void in(String schema, String sql) throws Exception {
        try (var database = HomeDatabase.databases(home).connect(schema)) {
            execute(
                    database,
                    "SELECT set_config('pmt.epoch', (SELECT epoch::text FROM %s.fence_owner), false)"
                            .formatted(schema));
            execute(database, sql);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
