package dev.pmt.bench;

import dev.pmt.shared.service.UuidV7;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * What one turn of tasks created over JDBC saw.
 *
 * @param perSecond transactions each second
 * @param cpu PostgreSQL's processor time for each in ms
 */
record WriteTurn(double perSecond, double cpu) {

    private static final String EVENT = """
            INSERT INTO api.event_log (id, type, subject, version, time, data)
            VALUES (?, 'pmt.task.created.v1', ?, 1, now(), '{"title":"Made while measuring"}')
            """;

    private static final UuidV7 IDS = new UuidV7();

    /** Creates tasks for the given time, as the service's own role, with one connection for each project. */
    static WriteTurn run(Installation pmt, List<String> projects, boolean durable, Duration time)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var logon = new Properties();
        logon.setProperty("user", "api");
        logon.setProperty("password", pmt.secret("database-api"));
        logon.setProperty("options", BareService.EPOCH + " -c synchronous_commit=" + (durable ? "on" : "off"));
        var url = "jdbc:postgresql://127.0.0.1:" + pmt.databasePort() + "/postgres";
        var connections = new ArrayList<Connection>();
        try (var threads = Executors.newFixedThreadPool(projects.size())) {
            while (connections.size() < projects.size()) {
                connections.add(DriverManager.getConnection(url, logon));
            }
            var database = pmt.postgres();
            var before = database.cpu();
            var begin = System.nanoTime();
            var writers = new ArrayList<Callable<Long>>();
            for (int i = 0; i < projects.size(); i++) {
                var connection = connections.get(i);
                var project = projects.get(i);
                writers.add(() -> write(connection, project, begin + time.toNanos()));
            }
            var written = 0L;
            for (var writer : threads.invokeAll(writers)) {
                written += writer.get();
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            // Read before the sessions end: a process that is gone takes its time with it.
            var cpu = database.cpu().minus(before).toNanos() / 1e6;
            return new WriteTurn(written / seconds, cpu / Math.max(1, written));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private static long write(Connection connection, String project, long end) throws SQLException {
        connection.setAutoCommit(false);
        long written = 0;
        while (System.nanoTime() - end < 0) {
            create(connection, project);
            written++;
        }
        return written;
    }

    private static void create(Connection connection, String project) throws SQLException {
        var task = IDS.get();
        try (var count = connection.prepareStatement(BareStatements.COUNT);
                var insert = connection.prepareStatement(BareStatements.INSERT);
                var append = connection.prepareStatement(EVENT)) {
            count.setString(1, project);
            var row = count.executeQuery();
            row.next();
            var id = row.getObject(1, UUID.class);
            insert.setObject(1, task);
            insert.setObject(2, id);
            insert.setLong(3, row.getLong(2));
            insert.setString(4, "Made while measuring");
            insert.setObject(5, id);
            insert.setString(6, row.getString(2));
            insert.executeUpdate();
            append.setObject(1, IDS.get());
            append.setObject(2, task);
            append.executeUpdate();
            connection.commit();
        }
    }
}
