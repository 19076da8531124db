package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what nobody should send. The usual seed keeps a change from failing for another change's sake; explore with
 * {@code -Dpmt.fuzz.seed=…} and {@code -Dpmt.fuzz.requests=…}. The seed is printed.
 */
class FuzzTest {

    private static final long USUAL_SEED = 722_801;
    private static final int SENDERS = 6;
    private static final int SHOWN = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long seed = Long.getLong("pmt.fuzz.seed", USUAL_SEED);
    private final int wanted = Integer.getInteger("pmt.fuzz.requests", 20_000);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger secrets = new AtomicInteger();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void finds_no_server_error_no_undeclared_answer_and_no_text_of_another_project() {
        System.out.println("Fuzz: seed " + seed + ", repeat with -Dpmt.fuzz.seed=" + seed);
        try (var api = RunningApi.start(Map.of("pmt.imports.poll", "200ms"))) {
            var requests = new FuzzRequests(new FuzzWorld(api), seed);

            Together.run(SENDERS, sender -> {
                for (int n = next.getAndIncrement(); n < wanted; n = next.getAndIncrement()) {
                    send(api, requests.make(n), n);
                }
            });
        }

        System.out.println("Fuzz: " + wanted + " requests answered: " + new TreeMap<>(statuses) + ", " + secrets
                + " with the caller's own secrets");
        assertThat(faults.stream().limit(SHOWN))
                .as("seed %d: %d faults", seed, faults.size())
                .isEmpty();
        assertThat(statuses.keySet()).contains(200, 201, 202, 400, 404);
        assertThat(secrets).hasPositiveValue();
    }

    private void send(RunningApi api, FuzzRequest request, int n) {
        try {
            var response = http.send(request.over(api.address()), BodyHandlers.ofByteArray());
            statuses.computeIfAbsent(response.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            fault(request, response).ifPresent(fault -> faults.add("#" + n + " " + fault + " <- " + request));
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
        if (all.contains(request.person().own())) {
            secrets.incrementAndGet();
        }
        if (all.contains(request.person().forbidden())) {
            return Optional.of("LEAK " + status + " " + text);
        }
        if (status >= 500) {
            return Optional.of(status + " " + text);
        }
        if (request.method().equals("HEAD") || request.method().equals("OPTIONS")) {
            return Optional.empty();
        }
        return status < 400 ? undeclared(request, response) : noProblem(response, text);
    }

    private static Optional<String> undeclared(FuzzRequest request, HttpResponse<byte[]> response) {
        try {
            Contract.check(request.method(), request.path(), response);
            return Optional.empty();
        } catch (AssertionError | IllegalArgumentException e) {
            return Optional.of("undeclared " + response.statusCode() + " " + e.getMessage());
        }
    }

    private static Optional<String> noProblem(HttpResponse<byte[]> response, String text) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.equals("application/problem+json") || !text.startsWith("{")) {
            return Optional.of("no problem " + response.statusCode() + " " + type + " " + text);
        }
        var problem = JSON.readTree(text);
        return problem.at("/status").asInt() == response.statusCode()
                        && !problem.at("/code").asString().isEmpty()
                ? Optional.empty()
                : Optional.of("incomplete " + text);
    }
}
