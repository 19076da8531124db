package dev.pmt.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures what the fence costs a write: the statements that create a task, with the fence's triggers and without them. */
@Command(
        name = "fence",
        mixinStandardHelpOptions = true,
        description = "Creates tasks through plain JDBC with the fence's triggers and without them, turn by turn.")
final class FenceBench extends BenchCommand {

    @Mixin
    private TurnOptions options = new TurnOptions(3, 9);

    FenceBench() {
        super("fence");
    }

    /** A kind of load. */
    private record Load(String name, int connections, boolean durable) {}

    @Override
    void measure(Path folder, Report report) throws Exception {
        var home = folder.resolve("home");
        List<String> projects;
        try (var pmt = Installation.start(home, "monolith")) {
            projects = projects(Administrator.of(pmt), 8);
        }
        // What is written is not what services say, so none may run that would take it for that.
        try (var pmt = Installation.start(home, "still")) {
            report.head(pmt);
            var loads = List.of(
                    new Load("1 connection", 1, true),
                    new Load("8 connections", 8, true),
                    new Load("1 connection, synchronous_commit off", 1, false));
            pmt.settle();
            report.line(
                    "UPDATE project, INSERT task, INSERT event_log, COMMIT; each connection in a project of its own.");
            report.line(
                    "Medians of %d turns of %d s; the ratios are medians of each turn's own.",
                    options.turns(), options.time().toSeconds());
            report.line("");
            report.line(
                    "| load | fenced /s | bare /s | PostgreSQL's CPU ms each: fenced | bare | CPU fenced / bare | time fenced / bare |");
            report.line("|---|---|---|---|---|---|---|");
            for (var load : loads) {
                measure(pmt, report, load, projects);
            }
        }
    }

    /** Runs a warm-up and then the turns, of which every second one begins with the other side. */
    private void measure(Installation pmt, Report report, Load load, List<String> projects) throws Exception {
        var fenced = new ArrayList<WriteTurn>();
        var bare = new ArrayList<WriteTurn>();
        for (int turn = -1; turn < options.turns(); turn++) {
            for (var withFence : turn % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
                fence(pmt, withFence);
                var result =
                        WriteTurn.run(pmt, projects.subList(0, load.connections()), load.durable(), options.time());
                if (turn >= 0) {
                    (withFence ? fenced : bare).add(result);
                }
            }
        }
        report.line(
                "| %s | %,.0f | %,.0f | %.3f | %.3f | %.3f | **%.3f** |",
                load.name(),
                Medians.of(fenced, WriteTurn::perSecond),
                Medians.of(bare, WriteTurn::perSecond),
                Medians.of(fenced, WriteTurn::cpu),
                Medians.of(bare, WriteTurn::cpu),
                ratio(fenced, bare, WriteTurn::cpu),
                ratio(bare, fenced, WriteTurn::perSecond));
    }

    private static double ratio(List<WriteTurn> over, List<WriteTurn> under, ToDoubleFunction<WriteTurn> number) {
        var ratios = IntStream.range(0, over.size())
                .mapToObj(turn -> number.applyAsDouble(over.get(turn)) / number.applyAsDouble(under.get(turn)))
                .toList();
        return Medians.of(ratios, Double::doubleValue);
    }

    private static void fence(Installation pmt, boolean on) throws IOException, SQLException {
        try (var database = pmt.database();
                var statement = database.createStatement()) {
            for (var table : List.of("project", "task", "event_log")) {
                statement.execute("ALTER TABLE api." + table + (on ? " ENABLE" : " DISABLE") + " TRIGGER fence");
            }
        }
    }

    private static List<String> projects(Administrator administrator, int count)
            throws IOException, InterruptedException {
        var keys = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            var key = "FENCE" + i;
            administrator.api(
                    "POST",
                    "/api/v1/projects",
                    "application/json",
                    BodyPublishers.ofString("{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, key)));
            keys.add(key);
        }
        return keys;
    }
}
