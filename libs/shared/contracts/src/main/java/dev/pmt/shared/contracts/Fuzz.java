package dev.pmt.shared.contracts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sends what nobody should send, several requests at once, and judges the answers: none is a server error, holds a text
 * forbidden to the caller, or shows a class or a stack; the judge wants more. The usual seed keeps a change from failing
 * for another change's sake; explore with {@code -Dpmt.fuzz.seed=…} and {@code -Dpmt.fuzz.requests=…}.
 */
public final class Fuzz {

    private static final int SENDERS = 6;
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(dev\\.pmt|org\\.(springframework|apache|postgresql)|java\\.(lang|util|io)|tools\\.jackson)"
                    + "\\.\\w|\\w(Exception|Error):|\\tat \\w");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OpenApi contract;
    private final FuzzJudge judge;
    private final long seed;
    private final int wanted;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger own = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** Prepares requests to the operations of a contract. */
    public Fuzz(OpenApi contract, FuzzJudge judge, long usualSeed, int usualRequests) {
        this.contract = contract;
        this.judge = judge;
        this.seed = Long.getLong("pmt.fuzz.seed", usualSeed);
        this.wanted = Integer.getInteger("pmt.fuzz.requests", usualRequests);
    }

    /** Sends all requests; the world of the n-th may be another than that of the next. Prints the seed and the answers. */
    public FuzzReport run(URI address, IntFunction<? extends FuzzWorld> worlds) {
        System.out.println("Fuzz: seed " + seed + ", repeat with -Dpmt.fuzz.seed=" + seed);
        var requests = new FuzzRequests(contract, seed);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = IntStream.range(0, SENDERS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> sendAll(address, requests, worlds), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(senders).join();
        }
        var report = new FuzzReport(seed, wanted, List.copyOf(faults), new TreeMap<>(statuses), own.get());
        System.out.println(report.histogram());
        return report;
    }

    /** Makes a new world for every so many requests, for services where requests use up what others need. */
    public static IntFunction<FuzzWorld> anewAfter(int requests, IntFunction<? extends FuzzWorld> worlds) {
        var made = new ConcurrentHashMap<Integer, FuzzWorld>();
        return n -> made.computeIfAbsent(n / requests, worlds::apply);
    }

    private void sendAll(URI address, FuzzRequests requests, IntFunction<? extends FuzzWorld> worlds) {
        for (int n = next.getAndIncrement(); n < wanted; n = next.getAndIncrement()) {
            var world = worlds.apply(n);
            send(address, world, requests.make(n, world), n);
        }
    }

    private void send(URI address, FuzzWorld world, FuzzRequest request, int n) {
        try {
            var response = http.send(request.over(address), BodyHandlers.ofByteArray());
            statuses.merge(response.statusCode(), 1, Integer::sum);
            fault(request, response).ifPresent(fault -> faults.add("#" + n + " " + fault + " <- " + request));
            world.judged(request, response);
        } catch (IOException e) {
            faults.add("#" + n + " no answer: " + e + " <- " + request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> fault(FuzzRequest request, HttpResponse<byte[]> response) {
        var status = response.statusCode();
        var text = new String(response.body(), StandardCharsets.UTF_8);
        var all = text + response.headers().map();
        if (request.caller().own().test(all)) {
            own.incrementAndGet();
        }
        var forbidden = request.caller().forbidden();
        if (forbidden.test(all) && forbidden.test(request.withoutAddress(all))) {
            return Optional.of("LEAK " + status + " " + all);
        }
        if (status >= 500) {
            return Optional.of(status + " " + text);
        }
        return INSIDES.matcher(all).find()
                ? Optional.of("INSIDES " + status + " " + all)
                : judge.fault(request, response);
    }
}
