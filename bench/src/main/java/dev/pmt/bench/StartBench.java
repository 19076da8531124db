package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long PMT takes to serve and how much memory it then holds: in a fresh home, and on existing data. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Seconds to serve and resident memory, cold and warm.")
final class StartBench extends BenchCommand {

    private static final Path AOT_CACHE = Path.of(System.getProperty("pmt.aot-cache", "none"));
    private static final String CLASS_PATH =
            System.getProperty("pmt.server.class-path", System.getProperty("java.class.path"));

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
            if (Files.exists(AOT_CACHE)) {
                start(report, home, "warm, with the AOT cache that `./pmt up` uses", "-XX:AOTCache=" + AOT_CACHE);
            }
        }
    }

    private static void start(Report report, Path home, String what, String... flags)
            throws IOException, InterruptedException {
        try (var pmt = Installation.start(home, "monolith", CLASS_PATH, flags)) {
            report.line("| %s | %.1f | %d |", what, pmt.startTime().toMillis() / 1000.0, pmt.residentMegabytes());
        }
    }
}
