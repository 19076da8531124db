package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project of some size, alone in an installation of its own that also runs the baseline.
 *
 * @param pmt serves both sides
 * @param administrator makes the requests
 * @param tasks in the project at the beginning
 */
record ApiProject(Installation pmt, Administrator administrator, int tasks) implements AutoCloseable {

    static final String KEY = "BENCH";

    /** Starts an installation, puts the baseline behind its edge and imports the tasks. */
    static ApiProject start(Path folder, String name, int tasks)
            throws IOException, InterruptedException, SQLException {
        var pmt = Installation.start(folder.resolve(name), "bench");
        try {
            var administrator = Administrator.of(pmt);
            administrator.route("/api/v1/bare", BareService.NAME);
            try (var database = pmt.database();
                    var statement = database.createStatement()) {
                statement.execute("GRANT USAGE ON SCHEMA api TO bare");
                statement.execute("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA api TO bare");
            }
            administrator.importFile(KEY, BenchCommand.backlog(folder, KEY, tasks));
            pmt.settle();
            return new ApiProject(pmt, administrator, tasks);
        } catch (IOException | InterruptedException | SQLException e) {
            pmt.close();
            throw e;
        }
    }

    /** Returns what can be asked of this project. */
    List<Operation> operations() {
        return Operation.of(KEY, tasks);
    }

    /** Sends one kind of request over this many connections for some time. */
    Turn turn(Operation.Maker maker, int connections, Duration time) throws IOException, InterruptedException {
        var token = administrator.token();
        return Turn.run(pmt, connections, time, n -> maker.request(token, n));
    }

    /** Runs an operation's SQL in pgbench and returns the median rate. */
    double rate(PgBench pgbench, Operation operation, int clients, Duration time, int turns)
            throws IOException, InterruptedException {
        var script = Files.createTempFile("pmt-bench", ".sql");
        try {
            Files.writeString(script, operation.script());
            var rates = new ArrayList<Double>();
            for (int turn = 0; turn < turns; turn++) {
                rates.add(pgbench.perSecond(pmt, script, Map.of("project", KEY), clients, time.toSeconds()));
            }
            return Medians.of(rates, Double::doubleValue);
        } finally {
            Files.delete(script);
        }
    }

    @Override
    public void close() throws InterruptedException {
        pmt.close();
    }
}
