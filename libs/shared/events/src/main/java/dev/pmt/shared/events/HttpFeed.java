package dev.pmt.shared.events;

import dev.pmt.shared.web.ServiceClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Reads another service's log by HTTP, from its {@link EventsController}: long polls, and one long answer for a snapshot. */
final class HttpFeed implements EventFeed {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int SNAPSHOT_BATCH = 500;

    private final String producer;
    private final ServiceClient client;
    private final JsonMapper json;

    HttpFeed(String producer, ServiceClient client, JsonMapper json) {
        this.producer = producer;
        this.client = client;
        this.json = json;
    }

    @Override
    public List<Event> read(long after, int limit, Duration wait) throws InterruptedException {
        var target = "?after=" + after + "&limit=" + limit + "&wait=" + wait;
        return ask(target, wait.plus(ANSWER), answer -> {
            if (answer.statusCode() == 410) {
                throw new EventsGoneException(producer, after);
            }
            return CloudEvents.readBatch(text(expectOk(answer)));
        });
    }

    @Override
    public long head() throws InterruptedException {
        return ask(
                "/head",
                ANSWER,
                answer -> json.readTree(text(expectOk(answer)))
                        .required("position")
                        .asLong());
    }

    @Override
    public SnapshotPlace snapshot(Consumer<List<Event>> states) throws InterruptedException {
        return ask("/snapshot", ANSWER, answer -> {
            var lines =
                    new BufferedReader(new InputStreamReader(expectOk(answer).body(), StandardCharsets.UTF_8));
            return place(lines, states);
        });
    }

    /** An event a line; the last line is the place, so a cut answer cannot pass for a complete one. */
    private SnapshotPlace place(BufferedReader lines, Consumer<List<Event>> states) throws IOException {
        var batch = new ArrayList<Event>();
        var line = lines.readLine();
        for (var next = lines.readLine(); next != null; next = lines.readLine()) {
            batch.add(CloudEvents.read(line));
            line = next;
            if (batch.size() == SNAPSHOT_BATCH) {
                states.accept(List.copyOf(batch));
                batch.clear();
            }
        }
        if (line == null || !line.startsWith("{\"position\"")) {
            throw new IOException("the snapshot broke off");
        }
        if (!batch.isEmpty()) {
            states.accept(batch);
        }
        return json.readValue(line, SnapshotPlace.class);
    }

    private interface Reading<T> {
        T of(HttpResponse<InputStream> answer) throws IOException;
    }

    private <T> T ask(String target, Duration timeout, Reading<T> reading) throws InterruptedException {
        try {
            var answer = client.get(producer, EventsController.PATH + target, timeout);
            try (var body = answer.body()) {
                return reading.of(answer);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FeedException("The log of " + producer + " cannot be read over HTTP: " + e.getMessage(), e);
        }
    }

    private static HttpResponse<InputStream> expectOk(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer;
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
}
