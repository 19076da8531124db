package dev.pmt.shared.events;

import dev.pmt.shared.web.calls.ServiceClient;
import java.io.BufferedReader;
import java.io.IOException;
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

    static final Duration ANSWER = Duration.ofSeconds(10);
    /** For somebody who waits: how far a consumer is, is known soon or not at all. */
    static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration SNAPSHOT = Duration.ofMinutes(10);
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
        return trying(() -> {
            var answer = get(target, wait.isZero() ? LOOK : wait.plus(ANSWER));
            if (answer.statusCode() == 410) {
                throw new EventsGoneException(producer, after);
            }
            return CloudEvents.readBatch(new String(expectOk(answer).body(), StandardCharsets.UTF_8));
        });
    }

    @Override
    public long head() throws InterruptedException {
        return trying(() -> json.readTree(expectOk(get("/head", LOOK)).body())
                .required("position")
                .asLong());
    }

    @Override
    public SnapshotPlace snapshot(Consumer<List<Event>> states) throws InterruptedException {
        return trying(() -> {
            var answer = client.stream(producer, EventsController.PATH + "/snapshot", ANSWER, SNAPSHOT);
            try (var body = expectOk(answer).body()) {
                return place(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)), states);
            }
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

    private interface Asking<T> {
        T answer() throws IOException, InterruptedException;
    }

    private <T> T trying(Asking<T> asking) throws InterruptedException {
        try {
            return asking.answer();
        } catch (IOException | IllegalArgumentException e) {
            throw new FeedException("The log of " + producer + " cannot be read over HTTP: " + e.getMessage(), e);
        }
    }

    private HttpResponse<byte[]> get(String target, Duration timeout) throws IOException, InterruptedException {
        return client.get(producer, EventsController.PATH + target, timeout);
    }

    private static <T> HttpResponse<T> expectOk(HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer;
    }
}
