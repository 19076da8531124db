package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures list, get and create beside a bare JDBC endpoint in the same JVM behind the same edge, turn by turn. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description =
                "List of 25, get and create at 16 connections, with 2,000 and 100,000 tasks, beside bare JDBC behind "
                        + "the same edge and beside the same SQL in pgbench; 64 writers at once.")
final class ApiBench extends BenchCommand {

    private static final int CONNECTIONS = 16;
    private static final int WRITERS = 64;
    private static final int SMALL = 2_000;

    @Mixin
    private TurnOptions options = new TurnOptions(5, 3);

    @Option(
            names = "--warm-up",
            defaultValue = "8",
            description = "turns each before those: the JVM compiles for half a minute (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--large",
            defaultValue = "100000",
            description = "tasks in the large project (default: ${DEFAULT-VALUE})")
    private int large;

    @Option(
            names = "--only",
            split = ",",
            defaultValue = "list,get,create",
            description = "operations to measure (default: ${DEFAULT-VALUE})")
    private List<String> only = List.of();

    ApiBench() {
        super("api");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var few = ApiProject.start(folder, "small", SMALL);
                var many = ApiProject.start(folder, "large", large)) {
            report.head(few.pmt());
            var pgbench = PgBench.find();
            report.line(
                    pgbench.isPresent()
                            ? pgbench.get().version() + ": the baseline's statements, prepared, 16 clients."
                            : "pgbench is not here, so its columns stay empty; Debian: apt-get install postgresql-contrib");
            report.line(
                    "Medians of %d turns of %d s each, after %d of the same to warm up.",
                    options.turns(), options.time().toSeconds(), warmUp);
            report.line("");
            report.line(
                    "| tasks | operation | PMT /s | p50 ms | p99 ms | CPU ms/request: JVM | PostgreSQL "
                            + "| bare JDBC /s | its CPU ms/request: JVM | PostgreSQL | PMT / bare | pgbench /s | PMT / pgbench |");
            report.line("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
            var costs = new ArrayList<String>();
            for (int i = 0; i < few.operations().size(); i++) {
                if (only.contains(few.operations().get(i).name())) {
                    costs.add(operation(report, pgbench, i, List.of(few, many)));
                }
            }
            report.line("");
            costs.forEach(report::line);
            report.line("");
            var writers = many.turn(many.operations().getLast().pmt(), WRITERS, options.time());
            report.line(
                    "%d writers at once into one project: %,.0f created a second, p99 %.0f ms, **%d failed**.",
                    WRITERS, writers.perSecond(), writers.p99(), writers.failed());
        }
    }

    /** Measures one operation in both projects by turns; returns the sentence that compares their cost. */
    private String operation(Report report, Optional<PgBench> pgbench, int number, List<ApiProject> projects)
            throws IOException, InterruptedException {
        var ours = List.of(new ArrayList<Turn>(), new ArrayList<Turn>());
        var bare = List.of(new ArrayList<Turn>(), new ArrayList<Turn>());
        for (int turn = -warmUp; turn < options.turns(); turn++) {
            for (int side = 0; side < projects.size(); side++) {
                var project = projects.get(side);
                var operation = project.operations().get(number);
                var a = project.turn(operation.pmt(), CONNECTIONS, options.time());
                var b = project.turn(operation.bare(), CONNECTIONS, options.time());
                if (turn >= 0) {
                    ours.get(side).add(a);
                    bare.get(side).add(b);
                }
            }
        }
        for (int side = 0; side < projects.size(); side++) {
            row(report, pgbench, projects.get(side), number, Turn.median(ours.get(side)), Turn.median(bare.get(side)));
        }
        var few = Turn.median(ours.get(0));
        var many = Turn.median(ours.get(1));
        return String.format(
                Locale.ROOT,
                "Cost of %s at %,d tasks against %,d: %.2f × the CPU of the JVM, **%.2f** × with PostgreSQL's, %.2f × the time.",
                projects.get(0).operations().get(number).name(),
                large,
                SMALL,
                many.jvm() / few.jvm(),
                many.cpu() / few.cpu(),
                few.perSecond() / many.perSecond());
    }

    /** The turns of pgbench come after the others, so that the tasks which it makes do not slow those. */
    private void row(Report report, Optional<PgBench> pgbench, ApiProject project, int number, Turn median, Turn bare)
            throws IOException, InterruptedException {
        var operation = project.operations().get(number);
        var sql = " | |";
        if (pgbench.isPresent()) {
            var rate = project.rate(pgbench.get(), operation, CONNECTIONS, options.time(), options.turns());
            sql = String.format(Locale.ROOT, " %,.0f | %.2f |", rate, median.perSecond() / rate);
        }
        report.line(
                "| %,d | %s | %,.0f | %.1f | %.1f | %.3f | %.3f | %,.0f | %.3f | %.3f | **%.2f** |%s%s",
                project.tasks(),
                operation.name(),
                median.perSecond(),
                median.p50(),
                median.p99(),
                median.jvm(),
                median.postgres(),
                bare.perSecond(),
                bare.jvm(),
                bare.postgres(),
                median.perSecond() / bare.perSecond(),
                sql,
                median.failed() + bare.failed() == 0 ? "" : " failed: " + median.failed() + " and " + bare.failed());
    }
}
