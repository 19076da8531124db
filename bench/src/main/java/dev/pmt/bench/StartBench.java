package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long PMT takes to serve and what memory it then holds: in a fresh home and on existing data. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Seconds until it serves and memory then held: cold and warm, with and without the AOT cache.")
final class StartBench extends BenchCommand {

    private static final Path AOT_CACHE = Path.of(System.getProperty("pmt.aot-cache", "none"));
    private static final String CLASS_PATH =
            System.getProperty("pmt.server.class-path", System.getProperty("java.class.path"));

    @Option(names = "--turns", defaultValue = "5", description = "turns each (default: ${DEFAULT-VALUE})")
    private int turns;

    StartBench() {
        super("start");
    }

    /**
     * What one start took.
     *
     * @param seconds from the start of the process until it said that it serves
     * @param jvm resident memory of the JVM in MB
     * @param postgres memory of PostgreSQL's processes in MB, shared pages counted once
     */
    private record Start(double seconds, double jvm, double postgres) {}

    @Override
    void measure(Path folder, Report report) throws Exception {
        var starts = new LinkedHashMap<String, List<Start>>();
        for (int turn = 1; turn <= turns; turn++) {
            turn(report, starts, folder.resolve("plain" + turn), "");
            if (hasAotCache()) {
                // AOTMode=on: a cache that does not fit ends the run instead of being passed over in silence.
                turn(
                        report,
                        starts,
                        folder.resolve("cached" + turn),
                        ", AOT cache",
                        "-XX:AOTCache=" + AOT_CACHE,
                        "-XX:AOTMode=on");
            }
        }
        print(report, starts);
    }

    /** An empty file tells that the rehearsal failed. */
    private static boolean hasAotCache() throws IOException {
        return Files.exists(AOT_CACHE) && Files.size(AOT_CACHE) > 0;
    }

    private static void turn(Report report, Map<String, List<Start>> starts, Path home, String how, String... flags)
            throws Exception {
        for (var state : List.of("cold (fresh home)", "warm (existing data)")) {
            try (var pmt = Installation.start(home, "monolith", CLASS_PATH, List.of(flags))) {
                report.head(pmt);
                var start = new Start(
                        pmt.startTime().toMillis() / 1000.0,
                        pmt.residentMegabytes(),
                        pmt.postgres().megabytes());
                starts.computeIfAbsent(state + how, _ -> new ArrayList<>()).add(start);
            }
        }
    }

    private void print(Report report, Map<String, List<Start>> starts) throws IOException {
        report.line("| start | seconds | ratio | JVM MB | ratio | PostgreSQL MB |");
        report.line("|---|---|---|---|---|---|");
        var base = starts.values().iterator().next();
        starts.forEach((what, these) -> report.line(
                "| %s | %.1f | %.2f | %.0f | %.2f | %.0f |",
                what,
                Medians.of(these, Start::seconds),
                Medians.of(these, Start::seconds) / Medians.of(base, Start::seconds),
                Medians.of(these, Start::jvm),
                Medians.of(these, Start::jvm) / Medians.of(base, Start::jvm),
                Medians.of(these, Start::postgres)));
        report.line("");
        report.line(
                hasAotCache()
                        ? "Medians of %d turns, ratios to the first line. The AOT cache takes %.0f MB on disk."
                        : "Medians of %d turns, ratios to the first line. There is no AOT cache: its rehearsal failed.",
                turns,
                hasAotCache() ? Files.size(AOT_CACHE) / 1e6 : 0);
    }
}
