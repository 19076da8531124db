package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures list, get and create beside a bare JDBC endpoint in the same JVM behind the same edge, turn by turn. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description =
                "List of 25, get and create at 16 connections, with 2,000 and 100,000 tasks, beside bare JDBC behind "
                        + "the same edge and beside the same SQL in pgbench; 64 writers at once.")
final class ApiBench extends BenchCommand {

    private static final int SMALL = 2_000;
    private static final int WRITERS = 64;

    @Option(names = "--seconds", defaultValue = "5", description = "length of one turn (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--turns", defaultValue = "3", description = "turns each (default: ${DEFAULT-VALUE})")
    private int turns;

    @Option(
            names = "--large",
            defaultValue = "100000",
            description = "tasks in the large project (default: ${DEFAULT-VALUE})")
    private int large;

    ApiBench() {
        super("api");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var pmt = Installation.start(folder.resolve("home"), "bench")) {
            report.head(pmt);
            var pgbench = PgBench.find();
            report.line(
                    pgbench.isPresent()
                            ? pgbench.get().version() + ": the baseline's statements, prepared, 16 clients."
                            : "pgbench is not here, so its columns stay empty; Debian: apt-get install postgresql-contrib");
            report.line("");
            report.line(
                    "| tasks | operation | PMT /s | p50 ms | p99 ms | JVM CPU ms/request | PostgreSQL CPU ms/request "
                            + "| bare JDBC /s | PMT / bare | pgbench /s | PMT / pgbench |");
            report.line("|---|---|---|---|---|---|---|---|---|---|---|");
            var measurement =
                    new ApiMeasurement(pmt, prepare(pmt), pgbench, folder, Duration.ofSeconds(seconds), turns);
            measurement.warmUp(SMALL);
            var small = measurement.project(report, "SMALL", SMALL);
            var big = measurement.project(report, "LARGE", large);
            compare(report, small, big);
            var writers =
                    measurement.turn(Operation.of("LARGE", large).getLast().pmt(), WRITERS);
            report.line("");
            report.line(
                    "%d writers at once into one project: %,.0f created a second, p99 %.0f ms, **%d failed**.",
                    WRITERS, writers.perSecond(), writers.p99(), writers.failed());
        }
    }

    private static Administrator prepare(Installation pmt) throws IOException, InterruptedException, SQLException {
        var administrator = Administrator.of(pmt);
        administrator.route("/api/v1/bare", BareService.NAME);
        try (var database = pmt.database();
                var statement = database.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA api TO bare");
            statement.execute("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA api TO bare");
        }
        return administrator;
    }

    private void compare(Report report, List<Turn> small, List<Turn> big) {
        var operations = Operation.of("LARGE", large);
        report.line("");
        for (int i = 0; i < operations.size(); i++) {
            report.line(
                    "Cost of %s at %,d tasks against %,d: %.2f × the CPU of the JVM, **%.2f** × with PostgreSQL's, %.2f × the time.",
                    operations.get(i).name(),
                    large,
                    SMALL,
                    big.get(i).jvm() / small.get(i).jvm(),
                    big.get(i).cpu() / small.get(i).cpu(),
                    small.get(i).perSecond() / big.get(i).perSecond());
        }
    }
}
