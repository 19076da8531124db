package dev.pmt.bench;

import dev.pmt.shared.service.UuidV7;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the event log in one process: what a fact costs its writer, how a backlog drains, how soon a fact is handled. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "What a fact costs its writer, how fast a backlog drains and how soon a fact is handled, beside "
                + "writers without facts and beside Spring Modulith's publication registry.")
final class EventsBench extends BenchCommand {

    private static final double MOST_SLOWDOWN = 1.5;
    private static final double LEAST_DRAINED = 10_000;

    @Mixin
    private TurnOptions options = new TurnOptions(5, 3);

    @Option(
            names = "--warm-up",
            defaultValue = "4",
            description = "turns of writers each before those, for the JVM to compile (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--writers", defaultValue = "16", description = "writers at once (default: ${DEFAULT-VALUE})")
    private int writers;

    @Option(names = "--backlog", defaultValue = "100000", description = "events to drain (default: ${DEFAULT-VALUE})")
    private int backlog;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "transactions a second while delays are taken (default: ${DEFAULT-VALUE})")
    private int rate;

    private final UuidV7 ids = new UuidV7();
    private final Stopwatch stopwatch = new Stopwatch();

    EventsBench() {
        super("events");
    }

    /** A kind of transaction; {@code handling} is how what it says is handled. */
    private record Side(String name, Consumer<UUID> transaction, Handling handling, List<FlatOut> turns) {}

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var pmt = EventApplication.installation(folder.resolve("home"))) {
            report.head(pmt);
            var application = EventApplication.prepare(pmt, stopwatch, folder);
            var delays = new EventDelays(report, new Writers(writers), rate, options, stopwatch);
            try (var log = new LogTeller(application);
                    var registry = new RegistryTeller(application)) {
                report.line(
                        "%d writers on a pool of 8; one row a transaction, and one statement about it. Medians of %d turns "
                                + "of %d s each, after %d of the same to warm up.",
                        writers, options.turns(), options.time().toSeconds(), warmUp);
                slowdown(report, pmt, log, registry);
                drain(report, log);
                delays.inOneService(log, registry);
            }
            delays.betweenServices(application, Administrator.of(pmt));
            report.line("");
            report.line("Load at the end: %.1f.", Machine.load());
        }
    }

    private void slowdown(Report report, Installation pmt, LogTeller log, RegistryTeller registry) throws Exception {
        var sides = List.of(
                new Side("the row alone", log.sender()::send, Handling.MEANWHILE, new ArrayList<>()),
                new Side("with a fact in the log", log::tell, Handling.after(log), new ArrayList<>()),
                new Side("and handled meanwhile", log::tell, Handling.MEANWHILE, new ArrayList<>()),
                new Side(
                        "with an event in Modulith's registry, handled meanwhile",
                        registry::tell,
                        Handling.MEANWHILE,
                        new ArrayList<>()));
        for (int turn = -warmUp; turn < options.turns(); turn++) {
            for (var side : sides) {
                var seen = FlatOut.run(
                        pmt,
                        new Writers(writers),
                        options.time(),
                        () -> side.transaction().accept(ids.get()),
                        side.handling(),
                        List.of(log, registry));
                if (turn >= 0) {
                    side.turns().add(seen);
                }
            }
        }
        report.line("");
        report.line(
                "| transaction | /s | slowdown | CPU ms each: JVM | PostgreSQL | ratio | handled s after the last |");
        report.line("|---|---|---|---|---|---|---|");
        var alone = FlatOut.median(sides.getFirst().turns());
        for (var side : sides) {
            var median = FlatOut.median(side.turns());
            report.line(
                    "| %s | %,.0f | **%.2f** | %.3f | %.3f | %.2f | %.2f |",
                    side.name(),
                    median.perSecond(),
                    alone.perSecond() / median.perSecond(),
                    median.jvm(),
                    median.postgres(),
                    median.cpu() / alone.cpu(),
                    median.behind());
        }
        report.line("");
        report.line("Target: a fact slows its writer at most %.1f ×.", MOST_SLOWDOWN);
    }

    private void drain(Report report, LogTeller log) throws InterruptedException {
        var rates = new ArrayList<Double>();
        for (int turn = 0; turn < options.turns(); turn++) {
            log.pause();
            log.sender().append(backlog, ids);
            log.resume();
            rates.add(backlog / log.awaitHeard());
        }
        report.line("");
        report.line(
                "A backlog of %,d facts: **%,.0f** stamped and handled a second (%,.0f to %,.0f in %d turns; target: at "
                        + "least %,.0f).",
                backlog,
                Medians.of(rates, Double::doubleValue),
                rates.stream().min(Double::compare).orElseThrow(),
                rates.stream().max(Double::compare).orElseThrow(),
                options.turns(),
                LEAST_DRAINED);
    }
}
