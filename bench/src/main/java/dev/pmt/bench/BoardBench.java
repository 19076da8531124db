package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a board of 5,000 cards beside one of 500: the server's answer, its bytes, and when it can be used in Chromium. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        description =
                "A board of 5,000 cards beside one of 500: ms of the server, bytes, ms to interactive in Chromium.")
final class BoardBench extends BenchCommand {

    @Option(
            names = "--cards",
            defaultValue = "5000",
            description = "cards of the large board, ten times the small one's (default: ${DEFAULT-VALUE})")
    private int cards;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "length of a server turn (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--turns", defaultValue = "5", description = "turns each (default: ${DEFAULT-VALUE})")
    private int turns;

    BoardBench() {
        super("board");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        var boards = List.of(new Board("SMALL", Math.max(1, cards / 10)), new Board("LARGE", cards));
        try (var pmt = Installation.start(folder.resolve("home"), "monolith")) {
            report.head(pmt);
            var administrator = Administrator.of(pmt);
            for (var board : boards) {
                board.fill(administrator, folder);
            }
            pmt.settle();
            report.line(
                    "| board | %,d cards | %,d cards | ratio |",
                    boards.get(0).cards(), boards.get(1).cards());
            report.line("|---|---|---|---|");
            server(pmt, administrator, report, boards);
            bytes(administrator, report, boards);
            browser(pmt, report, boards);
        }
    }

    private void server(Installation pmt, Administrator administrator, Report report, List<Board> boards)
            throws IOException, InterruptedException {
        var few = new ArrayList<Turn>();
        var many = new ArrayList<Turn>();
        for (int turn = 0; turn <= turns; turn++) {
            var a = turn(pmt, administrator, boards.get(0));
            var b = turn(pmt, administrator, boards.get(1));
            if (turn > 0) {
                few.add(a);
                many.add(b);
            }
        }
        row(report, "server, p50 ms", Medians.of(few, Turn::p50), Medians.of(many, Turn::p50));
        row(report, "server, p99 ms", Medians.of(few, Turn::p99), Medians.of(many, Turn::p99));
        row(report, "server, CPU ms (JVM and PostgreSQL)", Medians.of(few, Turn::cpu), Medians.of(many, Turn::cpu));
    }

    private Turn turn(Installation pmt, Administrator administrator, Board board)
            throws IOException, InterruptedException {
        var request = HttpLoad.request("GET", board.path(), administrator.token(), "", "");
        var turn = Turn.run(pmt, 1, Duration.ofSeconds(seconds), _ -> request);
        if (turn.failed() > 0) {
            throw new IOException("Every request for a board must succeed; failed: " + turn.failed());
        }
        return turn;
    }

    private static void bytes(Administrator administrator, Report report, List<Board> boards)
            throws IOException, InterruptedException {
        var few = boards.get(0).size(administrator);
        var many = boards.get(1).size(administrator);
        row(report, "answer, kB of JSON", few.json() / 1e3, many.json() / 1e3);
        row(report, "answer, kB on the wire to a browser", few.wire() / 1e3, many.wire() / 1e3);
        row(report, "answer, kB if it were gzip", few.gzip() / 1e3, many.gzip() / 1e3);
    }

    private void browser(Installation pmt, Report report, List<Board> boards) throws IOException, InterruptedException {
        var seen = Browser.visit(pmt, turns, boards);
        for (var cache : List.of("cold", "warm")) {
            for (var mark : seen.marks()) {
                row(
                        report,
                        "Chromium, " + cache + " cache, " + mark,
                        seen.median(boards.get(0), cache, mark),
                        seen.median(boards.get(1), cache, mark));
            }
        }
        report.line("");
        report.line(seen.summary());
    }

    private static void row(Report report, String what, double few, double many) {
        report.line("| %s | %,.2f | %,.2f | **%.2f** |", what, few, many, many / few);
    }
}
