package dev.pmt.shared.testing;

import static org.awaitility.Awaitility.await;

import dev.pmt.shared.data.Fence;
import dev.pmt.shared.data.Migrations;
import dev.pmt.shared.data.Place;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrated schema {@code sample}, sessions that carry some epoch, and a hand-over to watch. */
final class FencedDatabase {

    static final Fence FENCE = new Fence("sample");
    static final Place ELSEWHERE = new Place("1/elsewhere");

    final TestDatabase database = TestDatabase.fresh("sample");

    FencedDatabase() {
        Migrations.run(source(), "sample");
    }

    PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /** Opens a session that carries an epoch. */
    Connection session(long epoch) throws SQLException {
        var connection =
                DriverManager.getConnection(database.settings().get("pmt.database.url"), "sample", "test-password");
        execute(connection, "SET pmt.epoch = " + epoch);
        return connection;
    }

    long handOver(Duration patience) {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            var epoch = FENCE.handOver(connection, ELSEWHERE, patience);
            connection.commit();
            return epoch;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    CompletableFuture<Long> handOverAside(Duration patience) {
        return CompletableFuture.supplyAsync(() -> handOver(patience), Thread.ofVirtual()::start);
    }

    static CompletableFuture<Void> executeAside(Connection connection, String sql) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        execute(connection, sql);
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                },
                Thread.ofVirtual()::start);
    }

    /** Waits until so many sessions wait for the fence's lock. */
    void awaitQueue(int sessions) {
        await().until(() -> count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                == sessions);
    }

    long count(String sql) throws SQLException {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
