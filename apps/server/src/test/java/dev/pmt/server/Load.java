package dev.pmt.server;

import dev.pmt.shared.testing.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** People at work: four of them create tasks and read boards without pause, and remember what they were told. */
final class Load implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"key\":\"(FULL-\\d+)\"");

    private final Visitor visitor;
    private final String payload;
    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<Thread> threads;
    private volatile boolean ended;

    Load(Visitor visitor) {
        this(visitor, 10);
    }

    /** Creates tasks with a description of this many characters. */
    Load(Visitor visitor, int characters) {
        this.visitor = visitor;
        this.payload = pseudoRandom(characters);
        this.threads = IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofVirtual().start(this::work))
                .toList();
    }

    void awaitAcknowledged(int more) {
        var target = acknowledged.size() + more;
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= target);
    }

    void awaitFailures(int more) {
        var target = failures.get() + more;
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> failures.get() >= target);
    }

    /** Waits until writes have been accepted again for a while, more than can have been under way before. */
    void awaitRecovery() {
        awaitAcknowledged(20);
    }

    Set<Integer> statuses() {
        return statuses;
    }

    List<String> problems() {
        return problems;
    }

    /** Returns the tasks that were acknowledged and are not there. */
    List<String> lost() {
        return acknowledged.stream().filter(key -> !exists(key)).toList();
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Text that PostgreSQL cannot compress away. */
    private static String pseudoRandom(int characters) {
        return new java.util.Random(1)
                .ints(characters, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean exists(String key) {
        try {
            return visitor.get("/api/v1/tasks/" + key).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work() {
        while (!ended) {
            try {
                var created = visitor.post(
                        "/api/v1/projects/FULL/tasks",
                        "application/json",
                        "{\"title\":\"under load\",\"description\":\"" + payload + "\"}");
                note(created.statusCode(), created.body());
                if (created.statusCode() == 201) {
                    var key = KEY.matcher(created.body());
                    if (key.find()) {
                        acknowledged.add(key.group(1));
                    }
                }
                var read = visitor.get("/api/v1/projects/FULL/tasks");
                note(read.statusCode(), read.body());
            } catch (IOException | InterruptedException e) {
                problems.add("no answer: " + e);
            }
        }
    }

    private void note(int status, String body) {
        statuses.add(status);
        if (status >= 400) {
            failures.incrementAndGet();
            problems.add(body);
        }
    }
}
