package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long PMT takes to serve and how much memory it then holds: in a fresh home, and on existing data. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Seconds to serve and resident memory, cold and warm.")
final class StartBench extends BenchCommand {

    @Option(names = "--turns", defaultValue = "3", description = "turns each (default: ${DEFAULT-VALUE})")
    private int turns;

    StartBench() {
        super("start");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        report.line("| start | seconds | resident MB |");
        report.line("|---|---|---|");
        for (int turn = 1; turn <= turns; turn++) {
            var home = folder.resolve("home" + turn);
            start(report, home, "cold: fresh home");
            start(report, home, "warm: existing data");
        }
    }

    private static void start(Report report, Path home, String what) throws IOException, InterruptedException {
        try (var pmt = Installation.start(home, "monolith")) {
            report.line("| %s | %.1f | %d |", what, pmt.startTime().toMillis() / 1000.0, pmt.residentMegabytes());
        }
    }
}
