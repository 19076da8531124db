package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the turns of {@link ApiBench} and reports each operation.
 *
 * @param pmt serves both sides
 * @param administrator makes the requests
 * @param pgbench runs the baseline's SQL, where there is one
 * @param folder takes files
 * @param time of one turn
 * @param turns of each kind that count; one more comes first to warm up
 */
record ApiMeasurement(
        Installation pmt,
        Administrator administrator,
        Optional<PgBench> pgbench,
        Path folder,
        Duration time,
        int turns) {

    private static final int CONNECTIONS = 16;
    private static final String WARM = "WARM";

    /** Runs every operation in a project that goes away again: what is measured first must not pay for compiling. */
    void warmUp(int tasks) throws Exception {
        administrator.importFile(WARM, BenchCommand.backlog(folder, WARM, tasks));
        for (var operation : Operation.of(WARM, tasks)) {
            for (int turn = 0; turn < turns; turn++) {
                turn(operation.pmt(), CONNECTIONS);
                turn(operation.bare(), CONNECTIONS);
            }
        }
        try (var database = pmt.database();
                var delete = database.prepareStatement(
                        "DELETE FROM api.task WHERE project_id = (SELECT id FROM api.project WHERE key = ?)")) {
            delete.setString(1, WARM);
            delete.executeUpdate();
        }
    }

    /** Fills a project and measures each operation in it; returns PMT's medians. */
    List<Turn> project(Report report, String key, int tasks) throws Exception {
        administrator.importFile(key, BenchCommand.backlog(folder, key, tasks));
        pmt.settle();
        var medians = new ArrayList<Turn>();
        for (var operation : Operation.of(key, tasks)) {
            medians.add(operation(report, operation, key, tasks));
        }
        return medians;
    }

    /** Sends one kind of request over this many connections for one turn. */
    Turn turn(Operation.Maker maker, int connections) throws IOException, InterruptedException {
        var token = administrator.token();
        return Turn.run(pmt, connections, time, n -> maker.request(token, n));
    }

    private Turn operation(Report report, Operation operation, String key, int tasks)
            throws IOException, InterruptedException {
        var ours = new ArrayList<Turn>();
        var theirs = new ArrayList<Turn>();
        for (int turn = 0; turn <= turns; turn++) {
            var a = turn(operation.pmt(), CONNECTIONS);
            var b = turn(operation.bare(), CONNECTIONS);
            if (turn > 0) {
                ours.add(a);
                theirs.add(b);
            }
        }
        var median = Turn.median(ours);
        var bare = Turn.median(theirs);
        report.line(
                "| %,d | %s | %,.0f | %.1f | %.1f | %.2f | %.2f | %,.0f | **%.2f** |%s%s",
                tasks,
                operation.name(),
                median.perSecond(),
                median.p50(),
                median.p99(),
                median.jvm(),
                median.postgres(),
                bare.perSecond(),
                median.perSecond() / bare.perSecond(),
                pgbench(operation, key, median),
                median.failed() + bare.failed() == 0
                        ? ""
                        : " " + median.failed() + " and " + bare.failed() + " failed");
        return median;
    }

    /** Comes after the other turns, so that the tasks which it makes do not slow them. */
    private String pgbench(Operation operation, String key, Turn median) throws IOException, InterruptedException {
        if (pgbench.isEmpty()) {
            return " | |";
        }
        var script = Files.writeString(folder.resolve(operation.name() + ".sql"), operation.script());
        var rates = new ArrayList<Double>();
        for (int turn = 0; turn < turns; turn++) {
            rates.add(pgbench.get()
                    .perSecond(pmt, script, Map.of("project", key), CONNECTIONS, Math.max(1, time.toSeconds())));
        }
        var rate = Medians.of(rates, Double::doubleValue);
        return String.format(Locale.ROOT, " %,.0f | %.2f |", rate, median.perSecond() / rate);
    }
}
