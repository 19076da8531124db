package dev.pmt.shared.testing;

import static dev.pmt.shared.testing.FencedDatabase.execute;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.data.Fence;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A schema that is copied to another database while it is written, as before it moves there. */
class FencedReplicationTest {

    private final FencedDatabase here = new FencedDatabase();
    private final FencedDatabase there = new FencedDatabase();

    @Test
    void a_subscription_fills_a_database_that_lets_no_writer_in() throws SQLException {
        try (var source = here.database.superuser();
                var target = there.database.superuser();
                var writer = here.session(1)) {
            assumeThat(text(source, "SHOW wal_level")).as("wal_level").isEqualTo("logical");
            execute(target, "UPDATE sample.fence_owner SET epoch = 0, holder = 'elsewhere'");
            execute(writer, "INSERT INTO first VALUES (1)");
            subscribe(source, target);
            try {
                execute(writer, "INSERT INTO first VALUES (2)");
                execute(writer, "UPDATE first SET n = 3 WHERE n = 1; DELETE FROM first WHERE n = 2");
                execute(writer, "INSERT INTO first VALUES (4)");

                await().until(() -> text(target, "SELECT string_agg(n::text, ',' ORDER BY n) FROM sample.first")
                        .equals("3,4"));
                assertThatThrownBy(() -> execute(target, "INSERT INTO sample.first VALUES (5)"))
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo(Fence.REFUSED);
            } finally {
                execute(target, "DROP SUBSCRIPTION moving");
            }
        }
    }

    /** The slot is made first: on one server the subscription would wait for its own transaction. */
    private static void subscribe(Connection source, Connection target) throws SQLException {
        execute(source, "ALTER TABLE sample.first REPLICA IDENTITY FULL");
        execute(source, "CREATE PUBLICATION moving FOR TABLE sample.first");
        text(source, "SELECT pg_create_logical_replication_slot('moving', 'pgoutput')::text");
        var address = source.getMetaData().getURL().substring("jdbc:".length());
        execute(
                target,
                "CREATE SUBSCRIPTION moving CONNECTION '" + address
                        + "' PUBLICATION moving WITH (create_slot = false, slot_name = 'moving')");
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
