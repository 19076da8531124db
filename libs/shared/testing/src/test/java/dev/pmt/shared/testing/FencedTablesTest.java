package dev.pmt.shared.testing;

import static dev.pmt.shared.testing.FencedDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.data.Fence;
import dev.pmt.shared.data.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the fence is round, and for whom it opens. */
class FencedTablesTest {

    private static final String UNFENCED = """
            SELECT count(*) FROM pg_tables t WHERE schemaname = 'sample' AND NOT EXISTS (
                SELECT FROM pg_trigger WHERE tgname = 'fence' AND tgrelid = format('%I.%I', schemaname, tablename)::regclass)
            """;

    private static FencedDatabase world;

    @BeforeAll
    static void migrate() {
        world = new FencedDatabase();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO first VALUES (1)",
                "UPDATE first SET n = 2",
                "DELETE FROM first",
                "TRUNCATE first",
                "TRUNCATE fence_owner",
                "UPDATE fence_owner SET epoch = 0",
                "DELETE FROM flyway_schema_history",
                "UPDATE event_relay SET position = 0",
                "WITH gone AS (DELETE FROM second RETURNING n) SELECT * FROM gone",
                "MERGE INTO first USING second ON first.n = second.n WHEN NOT MATCHED THEN INSERT VALUES (1)"
            })
    void every_kind_of_write_needs_the_epoch(String write) throws SQLException {
        try (var without = connect();
                var stale = world.session(0);
                var valid = world.session(1)) {
            assertRefused(without, write);
            assertRefused(stale, write);
            valid.setAutoCommit(false);
            execute(valid, write);
            valid.rollback();
            execute(without, "SELECT * FROM first");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE", "READ UNCOMMITTED"})
    void a_transaction_with_one_snapshot_may_read_but_not_write(String isolation) throws SQLException {
        try (var session = world.session(1)) {
            execute(session, "SET default_transaction_isolation = '" + isolation.toLowerCase(Locale.ROOT) + "'");
            execute(session, "SELECT * FROM first");
            assertRefused(session, "INSERT INTO first VALUES (1)");
        }
    }

    @Test
    void a_table_of_a_later_migration_is_fenced_by_itself() throws SQLException {
        var database = TestDatabase.fresh("sample");
        var source = source(database);
        Migrations.runTo(source, "sample", "1");
        assertThat(count(database, UNFENCED)).isZero();
        assertThat(count(database, "SELECT count(*) FROM pg_trigger WHERE tgname = 'fence'"))
                .isEqualTo(count(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'sample'"))
                .isGreaterThan(3);

        assertThat(Migrations.run(source, "sample")).hasValue(1);

        assertThat(count(database, UNFENCED)).isZero();
        try (var without = DriverManager.getConnection(
                database.settings().get("pmt.database.url"), database.user(), database.password())) {
            assertRefused(without, "INSERT INTO tenth VALUES (1)");
        }
    }

    @Test
    void what_one_transaction_was_allowed_no_other_is_and_no_other_epoch() throws SQLException {
        try (var session = connect()) {
            session.setAutoCommit(false);
            execute(session, "SET LOCAL pmt.epoch = 1; SAVEPOINT before");
            execute(session, "INSERT INTO first VALUES (1)");
            execute(session, "ROLLBACK TO before");
            assertThat(count(world.database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .isZero();
            execute(session, "INSERT INTO first VALUES (1)");
            execute(session, "INSERT INTO first VALUES (1)");
            assertThat(count(world.database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEqualTo(1);
            execute(session, "SET LOCAL pmt.epoch = 0");
            assertRefused(session, "INSERT INTO first VALUES (1)");
            session.rollback();
            assertRefused(session, "INSERT INTO first VALUES (1)");
        }
    }

    @Test
    void what_replication_applies_passes() throws SQLException {
        try (var superuser = world.database.superuser()) {
            execute(superuser, "SET pmt.epoch = 0");
            assertRefused(superuser, "INSERT INTO sample.first VALUES (1)");

            execute(superuser, "SET session_replication_role = replica");

            execute(superuser, "INSERT INTO sample.second VALUES (1); TRUNCATE sample.second");
        }
    }

    @Test
    void a_schema_that_belongs_elsewhere_is_not_migrated() throws SQLException {
        var database = TestDatabase.fresh("sample");
        Migrations.runTo(source(database), "sample", "1");
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            FencedDatabase.FENCE.handOver(connection, FencedDatabase.ELSEWHERE, Duration.ofSeconds(10));
            connection.commit();

            assertThat(Migrations.run(source(database), "sample")).isEmpty();

            assertThat(Migrations.applied(connection, "sample")).containsExactly("1");
        }
    }

    @Test
    void an_event_carries_the_epoch_in_which_it_was_written() throws SQLException {
        try (var session = world.session(1)) {
            execute(session, """
                    INSERT INTO event_log (subject, version, id, type, time, data)
                    VALUES (gen_random_uuid(), 1, gen_random_uuid(), 'x', now(), '{}')
                    """);
        }
        assertThat(world.count("SELECT epoch FROM sample.event_log")).isEqualTo(1);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                world.database.settings().get("pmt.database.url"), world.database.user(), world.database.password());
    }

    private static PGSimpleDataSource source(TestDatabase database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.settings().get("pmt.database.url"));
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    private static long count(TestDatabase database, String sql) throws SQLException {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void assertRefused(Connection connection, String write) {
        assertThatThrownBy(() -> execute(connection, write))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(Fence.REFUSED);
    }
}
