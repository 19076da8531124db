package dev.pmt.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the edge beside nginx before the same service, and what moving a service does to requests under way. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description =
                "Requests through the edge, through nginx and straight to the service; 20 changes of address under load;"
                        + " 1,000 requests held and released.")
final class EdgeBench extends BenchCommand {

    private static final List<String> NAMES = List.of("service", "nginx", "edge");
    private static final String KEY = "BENCH";
    private static final int TASKS = 2_000;
    private static final int CONNECTIONS = 16;
    private static final int CHANGES = 20;
    private static final int HELD = 1_000;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(250);

    @Mixin
    private TurnOptions options = new TurnOptions(5, 7);

    @Option(
            names = "--warm-up",
            defaultValue = "6",
            description = "turns each before those (default: ${DEFAULT-VALUE})")
    private int warmUp;

    EdgeBench() {
        super("edge");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        var nginx = Nginx.find();
        if (nginx.isEmpty()) {
            report.line("nginx is not here; Debian: apt-get install nginx-light");
            return;
        }
        try (var pmt = Installation.start(folder.resolve("home"), "monolith")) {
            var administrator = Administrator.of(pmt);
            administrator.importFile(KEY, backlog(folder, KEY, TASKS));
            pmt.settle();
            var api = URI.create(administrator.address("api"));
            try (var proxy = Nginx.start(nginx.get(), folder.resolve("nginx"), api)) {
                report.head(pmt);
                sideBySide(report, administrator, List.of(api.getPort(), proxy.port(), pmt.port()));
                report.line("");
                changes(report, pmt, administrator, List.of(proxy.address(), api));
                report.line("");
                held(report, pmt, administrator, api);
            }
        }
    }

    private void sideBySide(Report report, Administrator administrator, List<Integer> ports) throws Exception {
        report.line(
                "A task read from the database, %,d tasks; medians of %d turns of %d s each, after %d of the same to warm up.",
                TASKS, options.turns(), options.time().toSeconds(), warmUp);
        report.line("");
        report.line(
                "| connections | to | requests/s | of nginx | p50 ms | p99 ms | added p50 ms | of nginx | failed |");
        report.line("|---|---|---|---|---|---|---|---|---|");
        for (int connections : new int[] {1, CONNECTIONS}) {
            var medians = turns(administrator, ports, connections);
            var bare = medians.get(0);
            var nginx = medians.get(1);
            for (int i = 0; i < NAMES.size(); i++) {
                var median = medians.get(i);
                report.line(
                        "| %d | %s | %,.0f | **%.2f** | %.3f | %.3f | %.3f | **%.2f** | %d |",
                        connections,
                        NAMES.get(i),
                        median.perSecond(),
                        median.perSecond() / nginx.perSecond(),
                        median.p50(),
                        median.p99(),
                        median.p50() - bare.p50(),
                        (median.p50() - bare.p50()) / (nginx.p50() - bare.p50()),
                        median.failed());
            }
        }
    }

    private record Sample(double perSecond, double p50, double p99, long failed) {

        static Sample of(HttpLoad.Result result) {
            return new Sample(result.perSecond(), result.millis(0.5), result.millis(0.99), result.failed());
        }

        static Sample median(List<Sample> samples) {
            return new Sample(
                    Medians.of(samples, Sample::perSecond),
                    Medians.of(samples, Sample::p50),
                    Medians.of(samples, Sample::p99),
                    samples.stream().mapToLong(Sample::failed).sum());
        }
    }

    /** Each turn goes round all of them, and the next begins with another one. */
    private List<Sample> turns(Administrator administrator, List<Integer> ports, int connections) throws Exception {
        var get = Operation.of(KEY, TASKS).get(1).pmt();
        var samples = Stream.generate(() -> new ArrayList<Sample>())
                .limit(ports.size())
                .toList();
        for (int turn = -warmUp; turn < options.turns(); turn++) {
            for (int i = 0; i < ports.size(); i++) {
                var side = Math.floorMod(turn + i, ports.size());
                var token = administrator.token();
                var result = HttpLoad.run(ports.get(side), connections, options.time(), n -> get.request(token, n));
                if (turn >= 0) {
                    samples.get(side).add(Sample.of(result));
                }
            }
        }
        return samples.stream().map(Sample::median).toList();
    }

    private static void changes(Report report, Installation pmt, Administrator administrator, List<URI> addresses)
            throws Exception {
        var token = administrator.token();
        var get = Operation.of(KEY, TASKS).get(1).pmt();
        var time = BETWEEN_CHANGES.multipliedBy(CHANGES + 2);
        var load = CompletableFuture.supplyAsync(
                () -> run(pmt, time, n -> get.request(token, n)), Thread.ofPlatform()::start);
        for (int change = 0; change < CHANGES; change++) {
            Thread.sleep(BETWEEN_CHANGES);
            administrator.register("api", addresses.get(change % addresses.size()));
        }
        var result = load.get();
        report.line(
                "%d changes of the service's address under %d connections: %,d requests answered, **%d failed**.",
                CHANGES, CONNECTIONS, result.requests(), result.failed());
    }

    private static HttpLoad.Result run(Installation pmt, Duration time, IntFunction<byte[]> request) {
        try {
            return HttpLoad.run(pmt.port(), CONNECTIONS, time, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The service's place is taken by one that only notes in which order requests come. */
    private static void held(Report report, Installation pmt, Administrator administrator, URI api) throws Exception {
        try (var notes = new OrderedRequests()) {
            administrator.register("api", notes.address());
            administrator.hold("api", HELD);
            var answers = new ArrayList<CompletableFuture<Integer>>();
            var token = administrator.token();
            for (int n = 0; n < HELD; n++) {
                var bytes = HttpLoad.request("GET", "/api/v1/held/" + n, token, "", "");
                answers.add(CompletableFuture.supplyAsync(
                        () -> HttpLoad.once(pmt.port(), bytes), Thread.ofVirtual()::start));
                administrator.awaitHeld("api", n + 1);
            }
            var begin = System.nanoTime();
            administrator.release("api");
            var failed = answers.stream().filter(answer -> answer.join() != 200).count();
            report.line(
                    "%,d requests held and released in %.0f ms: **%d failed**, **%d out of order**.",
                    HELD, (System.nanoTime() - begin) / 1e6, failed, notes.outOfOrder());
            administrator.register("api", api);
        }
    }
}
