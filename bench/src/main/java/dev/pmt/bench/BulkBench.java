package dev.pmt.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Measures a change of many tasks by a query, beside the two statements that it could not do without. */
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = "Changes 10,000 tasks by a query while another writer is at work, beside bare SQL, turn by turn.")
final class BulkBench extends BenchCommand {

    private static final String UPDATE = """
            UPDATE api.task SET priority = ?, version = version + 1, updated_at = now()
             WHERE project_id = (SELECT id FROM api.project WHERE key = 'BULK') AND labels = '{}' AND NOT archived
            """;

    private static final String EVENTS = """
            INSERT INTO api.event_log (id, type, subject, version, time, data)
            SELECT gen_random_uuid(), 'pmt.task.changed.v1', t.id, t.version, now(),
                   jsonb_build_object('projectId', t.project_id, 'key', 'BULK-' || t.number, 'changes',
                       jsonb_build_array(jsonb_build_object('field', 'priority', 'from', 'medium', 'to', t.priority)))
              FROM api.task t
             WHERE t.project_id = (SELECT id FROM api.project WHERE key = 'BULK') AND labels = '{}' AND NOT archived
            """;

    private static final String NEW_TASK = "{\"title\":\"Made while measuring\",\"labels\":[\"other\"]}";

    @Option(names = "--tasks", defaultValue = "10000", description = "tasks changed (default: ${DEFAULT-VALUE})")
    private int tasks;

    @Option(names = "--turns", defaultValue = "3", description = "turns of each side (default: ${DEFAULT-VALUE})")
    private int turns;

    BulkBench() {
        super("bulk");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var pmt = Installation.start(folder.resolve("home"), "monolith")) {
            report.head(pmt);
            var administrator = Administrator.of(pmt);
            administrator.importFile("BULK", backlog(folder, "BULK", tasks));
            change(administrator, "lowest");
            report.line(
                    "%,d tasks get another priority; another writer creates tasks in the project meanwhile.", tasks);
            report.line("");
            report.line(
                    "| turn | bulk change s | bare SQL s | ratio | longest wait of the other writer ms | in calm ms |");
            report.line("|---|---|---|---|---|---|");
            for (int turn = 1; turn <= turns; turn++) {
                pmt.settle();
                var bare = bare(pmt);
                pmt.settle();
                var quiet = beside(administrator, new AtomicBoolean(true), () -> {
                    Thread.sleep(2_000);
                    return 2.0;
                });
                var priority = turn % 2 == 0 ? "high" : "low";
                var busy = beside(administrator, new AtomicBoolean(true), () -> change(administrator, priority));
                report.line(
                        "| %d | %.2f | %.2f | **%.1f** | **%.0f** | %.0f |",
                        turn, busy.seconds, bare, busy.seconds / bare, busy.longest, quiet.longest);
            }
        }
    }

    private record Beside(double seconds, double longest) {}

    /** Does something while another writer creates tasks, and tells how long one of these took at most, in ms. */
    private static Beside beside(Administrator administrator, AtomicBoolean goesOn, Callable<Double> work)
            throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writer = threads.submit(() -> {
                var longest = 0.0;
                while (goesOn.get()) {
                    var begin = System.nanoTime();
                    post(administrator, "/tasks", NEW_TASK);
                    longest = Math.max(longest, (System.nanoTime() - begin) / 1e6);
                }
                return longest;
            });
            var seconds = work.call();
            goesOn.set(false);
            return new Beside(seconds, writer.get());
        }
    }

    /** Changes all tasks but those of the other writer; returns the seconds until the change was through. */
    private double change(Administrator administrator, String priority) throws Exception {
        var begin = System.nanoTime();
        var body = "{\"query\":\"labels IS EMPTY\",\"change\":{\"priority\":\"%s\"}}".formatted(priority);
        var change = post(administrator, "/bulk-changes", body);
        while (change.required("finishedAt").isNull()) {
            Thread.sleep(20);
            change = administrator.api(
                    "GET",
                    "/api/v1/projects/BULK/bulk-changes/"
                            + change.required("id").asString(),
                    "application/json",
                    BodyPublishers.noBody());
        }
        if (change.required("changed").asInt() != tasks) {
            throw new IOException("not all tasks were changed: " + change);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static JsonNode post(Administrator administrator, String path, String body)
            throws IOException, InterruptedException {
        return administrator.api(
                "POST", "/api/v1/projects/BULK" + path, "application/json", BodyPublishers.ofString(body));
    }

    /** Runs the two statements as the service's own role and takes them back, so that no listener hears of them. */
    private static double bare(Installation pmt) throws IOException, SQLException {
        var logon = new Properties();
        logon.setProperty("user", "api");
        logon.setProperty("password", pmt.secret("database-api"));
        logon.setProperty("options", BareService.EPOCH);
        var url = "jdbc:postgresql://127.0.0.1:" + pmt.databasePort() + "/postgres";
        try (var connection = DriverManager.getConnection(url, logon);
                var update = connection.prepareStatement(UPDATE);
                var events = connection.prepareStatement(EVENTS)) {
            connection.setAutoCommit(false);
            var begin = System.nanoTime();
            update.setString(1, "highest");
            update.executeUpdate();
            events.executeUpdate();
            var seconds = (System.nanoTime() - begin) / 1e9;
            connection.rollback();
            return seconds;
        }
    }
}
