package dev.pmt.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures list, get and create beside a bare JDBC endpoint in the same JVM behind the same edge, turn by turn. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description = "List of 25, get and create at 16 connections, with 2,000 and 100,000 tasks; 64 writers at once.")
final class ApiBench extends BenchCommand {

    private static final int CONNECTIONS = 16;

    @Option(names = "--seconds", defaultValue = "5", description = "length of one turn (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--turns", defaultValue = "3", description = "turns each (default: ${DEFAULT-VALUE})")
    private int turns;

    @Option(names = "--large", defaultValue = "100000", description = "tasks in the large project")
    private int large;

    ApiBench() {
        super("api");
    }

    /**
     * One kind of request on both sides.
     *
     * @param pmt makes PMT's request with a token
     * @param bare makes the baseline's request with a token
     */
    private record Operation(String name, Maker pmt, Maker bare) {}

    /** Makes the n-th request. */
    private interface Maker {
        byte[] request(String token, int n);
    }

    /** Requests a second, quantiles in ms and processor ms a request, medians over the turns. */
    private record Median(double perSecond, double p50, double p99, double cpu, long failed) {}

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var pmt = Installation.start(folder.resolve("home"), "bench")) {
            prepare(pmt);
            report.line(
                    "| tasks | operation | PMT /s | p50 ms | p99 ms | CPU ms/request | bare JDBC /s | PMT / bare |");
            report.line("|---|---|---|---|---|---|---|---|");
            var small = project(pmt, folder, report, "SMALL", 2_000);
            var big = project(pmt, folder, report, "LARGE", large);
            report.line("");
            for (int i = 0; i < small.size(); i++) {
                report.line(
                        "Cost of %s at %,d tasks against 2,000: %.2f × the CPU, %.2f × the time.",
                        List.of("list", "get", "create").get(i),
                        large,
                        big.get(i).cpu / small.get(i).cpu,
                        small.get(i).perSecond / big.get(i).perSecond);
            }
            manyWriters(pmt, report);
        }
    }

    private static void prepare(Installation pmt) throws Exception {
        pmt.becomeAdministrator();
        pmt.route("/api/v1/bare", BareService.NAME);
        try (var database = pmt.database();
                var statement = database.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA api TO bare");
            statement.execute("GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA api TO bare");
        }
    }

    private List<Median> project(Installation pmt, Path folder, Report report, String key, int tasks) throws Exception {
        pmt.importFile(key, backlog(folder, key, tasks));
        var medians = new ArrayList<Median>();
        for (var operation : operations(key, tasks)) {
            var ours = new ArrayList<Median>();
            var bare = new ArrayList<Median>();
            for (int turn = 0; turn <= turns; turn++) {
                var a = turn(pmt, operation.pmt, CONNECTIONS);
                var b = turn(pmt, operation.bare, CONNECTIONS);
                if (turn > 0) {
                    ours.add(a);
                    bare.add(b);
                }
            }
            var median = median(ours);
            medians.add(median);
            report.line(
                    "| %,d | %s | %,.0f | %.1f | %.1f | %.2f | %,.0f | **%.2f** |%s",
                    tasks,
                    operation.name,
                    median.perSecond,
                    median.p50,
                    median.p99,
                    median.cpu,
                    median(bare).perSecond,
                    median.perSecond / median(bare).perSecond,
                    median.failed + median(bare).failed == 0 ? "" : " " + median.failed + " failed");
        }
        return medians;
    }

    private static List<Operation> operations(String key, int tasks) {
        var bare = "/api/v1/bare?project=" + key;
        return List.of(
                new Operation(
                        "list",
                        (token, n) -> get("/api/v1/projects/" + key + "/tasks?limit=25", token),
                        (token, n) -> get(bare, token)),
                new Operation(
                        "get",
                        (token, n) -> get("/api/v1/tasks/" + key + "-" + (1 + Math.floorMod(n, tasks)), token),
                        (token, n) -> get(bare + "&number=" + (1 + Math.floorMod(n, tasks)), token)),
                new Operation(
                        "create",
                        (token, n) -> HttpLoad.request(
                                "POST",
                                "/api/v1/projects/" + key + "/tasks",
                                token,
                                "application/json",
                                "{\"title\":\"Made while measuring\"}"),
                        (token, n) -> HttpLoad.request("POST", bare, token, "text/plain", "Made while measuring")));
    }

    private static byte[] get(String path, String token) {
        return HttpLoad.request("GET", path, token, "", "");
    }

    private Median turn(Installation pmt, Maker maker, int connections) throws IOException, InterruptedException {
        var token = pmt.token();
        IntFunction<byte[]> request = n -> maker.request(token, n);
        var before = pmt.cpu();
        var result = HttpLoad.run(pmt.port(), connections, Duration.ofSeconds(seconds), request);
        var cpu = pmt.cpu().minus(before).toNanos() / 1e6 / Math.max(1, result.requests());
        return new Median(result.perSecond(), result.millis(0.5), result.millis(0.99), cpu, result.failed());
    }

    private static Median median(List<Median> turns) {
        var sorted = turns.stream()
                .sorted(java.util.Comparator.comparingDouble(Median::perSecond))
                .toList();
        var middle = sorted.get(sorted.size() / 2);
        return new Median(
                middle.perSecond,
                middle.p50,
                middle.p99,
                middle.cpu,
                turns.stream().mapToLong(Median::failed).sum());
    }

    private void manyWriters(Installation pmt, Report report) throws IOException, InterruptedException {
        var writers = turn(pmt, operations("LARGE", large).getLast().pmt, 64);
        report.line("");
        report.line(
                "64 writers at once into one project: %,.0f created a second, p99 %.0f ms, **%d failed**.",
                writers.perSecond, writers.p99, writers.failed);
    }
}
