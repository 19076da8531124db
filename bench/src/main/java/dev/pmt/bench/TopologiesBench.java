package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what it costs to run the same services in several processes: the same requests to each topology, turn by turn. */
@Command(
        name = "topologies",
        mixinStandardHelpOptions = true,
        description = "List of 25, get and create at 16 connections, memory and start, on monolith, doors and split.")
final class TopologiesBench extends BenchCommand {

    private static final String KEY = "BENCH";
    private static final int CONNECTIONS = 16;
    private static final int TASKS = 2_000;

    @Mixin
    private TurnOptions options = new TurnOptions(5, 5);

    @Option(
            names = "--warm-up",
            defaultValue = "6",
            description = "turns each before those (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--topologies",
            split = ",",
            defaultValue = "monolith,doors,split",
            description = "topologies to measure, the first one is the baseline (default: ${DEFAULT-VALUE})")
    private List<String> topologies = List.of();

    TopologiesBench() {
        super("topologies");
    }

    /** An installation of one topology, with the memory that it held once the tasks were imported. */
    private record Side(String topology, Installation pmt, Administrator administrator, long megabytes) {

        static Side start(Path folder, String topology) throws IOException, InterruptedException, SQLException {
            var pmt = Installation.start(folder.resolve(topology), topology);
            try {
                var administrator = Administrator.of(pmt);
                administrator.importFile(KEY, backlog(folder, KEY, TASKS));
                pmt.settle();
                return new Side(topology, pmt, administrator, pmt.processes().megabytes());
            } catch (IOException | InterruptedException | SQLException e) {
                pmt.close();
                throw e;
            }
        }

        Turn turn(Operation operation, Duration time) throws IOException, InterruptedException {
            var token = administrator.token();
            return Turn.run(pmt, CONNECTIONS, time, n -> operation.pmt().request(token, n));
        }
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        var sides = new ArrayList<Side>();
        try {
            for (var topology : topologies) {
                sides.add(Side.start(folder, topology));
            }
            report.head(sides.getFirst().pmt());
            starts(report, sides);
            report.line(
                    "%,d tasks, %d connections; medians of %d turns of %d s each, after %d of the same to warm up.",
                    TASKS, CONNECTIONS, options.turns(), options.time().toSeconds(), warmUp);
            report.line("");
            report.line(
                    "| operation | topology | requests/s | of the first | p50 ms | p99 ms | CPU ms/request: JVMs | PostgreSQL | failed |");
            report.line("|---|---|---|---|---|---|---|---|---|");
            for (var operation : Operation.of(KEY, TASKS)) {
                operation(report, operation, sides);
            }
            report.line("");
            for (var side : sides) {
                report.line(
                        "Memory of %s after that: %,d MB.",
                        side.topology(), side.pmt().processes().megabytes());
            }
        } finally {
            for (var side : sides) {
                side.pmt().close();
            }
        }
    }

    private static void starts(Report report, List<Side> sides) throws IOException {
        report.line("| topology | processes | cold start s | of the first | MB, shared pages once | of the first |");
        report.line("|---|---|---|---|---|---|");
        var first = sides.getFirst();
        for (var side : sides) {
            report.line(
                    "| %s | %d | %.1f | %.2f | %,d | **%.2f** |",
                    side.topology(),
                    side.pmt().processes().count(),
                    side.pmt().startTime().toMillis() / 1e3,
                    (double) side.pmt().startTime().toMillis()
                            / first.pmt().startTime().toMillis(),
                    side.megabytes(),
                    (double) side.megabytes() / first.megabytes());
        }
        report.line("");
    }

    /** Each turn goes round all topologies, and the next begins with another one. */
    private void operation(Report report, Operation operation, List<Side> sides)
            throws IOException, InterruptedException {
        var turns =
                Stream.generate(() -> new ArrayList<Turn>()).limit(sides.size()).toList();
        for (int turn = -warmUp; turn < options.turns(); turn++) {
            for (int i = 0; i < sides.size(); i++) {
                var side = Math.floorMod(turn + i, sides.size());
                var result = sides.get(side).turn(operation, options.time());
                if (turn >= 0) {
                    turns.get(side).add(result);
                }
            }
        }
        var first = Turn.median(turns.getFirst());
        for (int i = 0; i < sides.size(); i++) {
            var median = Turn.median(turns.get(i));
            report.line(
                    "| %s | %s | %,.0f | **%.2f** | %.1f | %.1f | %.3f | %.3f | %d |",
                    operation.name(),
                    sides.get(i).topology(),
                    median.perSecond(),
                    median.perSecond() / first.perSecond(),
                    median.p50(),
                    median.p99(),
                    median.jvm(),
                    median.postgres(),
                    median.failed());
        }
    }
}
