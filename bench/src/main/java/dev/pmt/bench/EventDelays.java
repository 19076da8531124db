package dev.pmt.bench;

import java.util.ArrayList;
import java.util.List;

/** How soon what is said at an even pace is handled: within one service, and between two over each carrier. */
final class EventDelays {

    private static final double LONGEST = 50;

    private final Report report;
    private final Writers writers;
    private final int rate;
    private final TurnOptions options;
    private final Stopwatch stopwatch;

    EventDelays(Report report, Writers writers, int rate, TurnOptions options, Stopwatch stopwatch) {
        this.report = report;
        this.writers = writers;
        this.rate = rate;
        this.options = options;
        this.stopwatch = stopwatch;
    }

    private record Seen(String how, List<Delays> turns) {}

    /** Both sides take turns; the first of each warms up. */
    void inOneService(Teller log, Teller registry) throws InterruptedException {
        var byLog = new Seen("the log", new ArrayList<>());
        var byRegistry = new Seen("Modulith's registry", new ArrayList<>());
        for (int turn = -1; turn < options.turns(); turn++) {
            var ofLog = turn(log);
            var ofRegistry = turn(registry);
            if (turn >= 0) {
                byLog.turns().add(ofLog);
                byRegistry.turns().add(ofRegistry);
            }
        }
        print("within one service", List.of(byRegistry, byLog));
    }

    /** Both services start anew for each turn of a carrier, and warm up for one of the same length. */
    void betweenServices(EventApplication application, Administrator administrator) throws Exception {
        var carriers = Carrier.all();
        try {
            var seen = carriers.stream()
                    .map(carrier -> new Seen(carrier.name(), new ArrayList<>()))
                    .toList();
            for (int turn = 0; turn < options.turns(); turn++) {
                for (int i = 0; i < carriers.size(); i++) {
                    try (var teller = new CarriedTeller(application, administrator, carriers.get(i))) {
                        turn(teller);
                        seen.get(i).turns().add(turn(teller));
                    }
                }
            }
            print("between two services, carried by", seen);
        } finally {
            for (var carrier : carriers) {
                carrier.close();
            }
        }
        report.line("");
        report.line(
                "From the return of a commit to the call of the handler, at %,d transactions a second, each with a fact. "
                        + "Target: in process, 99 of 100 within %.0f ms.",
                rate, LONGEST);
    }

    private Delays turn(Teller teller) throws InterruptedException {
        return Delays.run(writers, rate, rate * (int) options.time().toSeconds(), teller, stopwatch);
    }

    /** Ratios are to the first one. */
    private void print(String title, List<Seen> all) {
        report.line("");
        report.line("| %s | transactions/s | p50 ms | p99 ms | p99, ratio |", title);
        report.line("|---|---|---|---|---|");
        var base = Delays.median(all.getFirst().turns());
        for (var one : all) {
            var median = Delays.median(one.turns());
            report.line(
                    "| %s | %,.0f | %.2f | **%.1f** | %.2f |",
                    one.how(), median.perSecond(), median.p50(), median.p99(), median.p99() / base.p99());
        }
    }
}
