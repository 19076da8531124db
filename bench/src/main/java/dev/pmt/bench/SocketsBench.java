package dev.pmt.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the live door: how soon a move on a board is at those who look at it, and what open sockets hold in memory. */
@Command(
        name = "ws",
        mixinStandardHelpOptions = true,
        description = "Moves on one board until they are at 200 sockets, beside one socket, with 200 and 2,000 open; "
                + "MB per 1,000 sockets.")
final class SocketsBench extends BenchCommand {

    /** All sockets are the administrator's here; in use, nobody has as many. */
    private static final String AS_MANY_AS_ASKED = "-Dpmt.live.sockets-of-user=5000";

    @Mixin
    private TurnOptions options = new TurnOptions(5, 5);

    @Option(
            names = "--warm-up",
            defaultValue = "5",
            description = "turns before those, for the JVM to compile (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--sockets", defaultValue = "2000", description = "open at once (default: ${DEFAULT-VALUE})")
    private int sockets;

    @Option(names = "--subscribers", defaultValue = "200", description = "of one board (default: ${DEFAULT-VALUE})")
    private int subscribers;

    @Option(names = "--rate", defaultValue = "200", description = "moves a second (default: ${DEFAULT-VALUE})")
    private int rate;

    SocketsBench() {
        super("ws");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        var classPath = System.getProperty("java.class.path");
        try (var pmt = Installation.start(folder.resolve("home"), "monolith", classPath, List.of(AS_MANY_AS_ASKED))) {
            report.head(pmt);
            var moves = rate * (int) options.time().toSeconds();
            var board = MovingBoard.fill(Administrator.of(pmt), pmt, folder, moves);
            pmt.settle();
            var seconds = options.time().toSeconds();
            report.line(
                    "%d moves a second on one board, sent through the edge by 16 connections; times from the sending of a "
                            + "move to its message at a socket. Medians of %d turns of %d s each; before the first, %d s "
                            + "of moves without a pause and as many of these to warm up.",
                    rate, options.turns(), seconds, warmUp * seconds);
            report.line("");
            report.line("| sockets open | subscribed | messages/s | p50 ms | p99 ms | p99 / that of one | "
                    + "cores: JVM | PostgreSQL | missed | doubled |");
            report.line("|---|---|---|---|---|---|---|---|---|---|");
            try (var open = new LiveSockets(pmt, board)) {
                open.open(subscribers);
                for (int turn = 0; turn < warmUp; turn++) {
                    board.hurry(options.time());
                    board.turn(open, subscribers, rate);
                }
                compare(report, board, open);
            }
            memory(report, pmt, board);
            report.line("");
            report.line("Load at the end: %.1f.", Machine.load());
        }
    }

    private void compare(Report report, MovingBoard board, LiveSockets open) throws Exception {
        var one = new ArrayList<FanOut>();
        var all = new ArrayList<FanOut>();
        for (int turn = 0; turn < options.turns(); turn++) {
            one.add(board.turn(open, 1, rate));
            all.add(board.turn(open, subscribers, rate));
        }
        var base = FanOut.median(one);
        row(report, open.count(), 1, base, base);
        row(report, open.count(), subscribers, FanOut.median(all), base);
    }

    private static void row(Report report, int open, int subscribed, FanOut turn, FanOut base) {
        report.line(
                "| %,d | %,d | %,.0f | %.1f | **%.1f** | %.2f | %.2f | %.2f | %d | %d |",
                open,
                subscribed,
                turn.perSecond(),
                turn.p50(),
                turn.p99(),
                turn.p99() / base.p99(),
                turn.jvm(),
                turn.postgres(),
                turn.missed(),
                turn.doubled());
    }

    private void memory(Report report, Installation pmt, MovingBoard board) throws Exception {
        var before = JvmMemory.settled(pmt);
        try (var open = new LiveSockets(pmt, board)) {
            open.open(sockets);
            var after = JvmMemory.settled(pmt);
            compare(report, board, open);
            report.line("");
            report.line(
                    "Per 1,000 open sockets, of which each has its connection to the edge and one behind it: **%.1f MB** "
                            + "of the JVM's resident memory, %.1f MB of live heap (%,d sockets; both after a full collection).",
                    (after.resident() - before.resident()) * 1000 / sockets,
                    (after.heap() - before.heap()) * 1000 / sockets,
                    sockets);
        }
    }
}
