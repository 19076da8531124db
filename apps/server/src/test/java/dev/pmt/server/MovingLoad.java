package dev.pmt.server;

import dev.pmt.shared.testing.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Four people who move the same few cards from column to column without pause; the ledger holds what they were told. */
final class MovingLoad implements AutoCloseable {

    private static final Duration WHILE_REFUSED = Duration.ofMillis(20);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    /**
     * A move that was acknowledged.
     *
     * @param version the task's version that the answer named
     */
    record Moved(String taskId, long version) {}

    private final Visitor visitor;
    private final List<String> keys;
    private final List<String> statuses;
    private final Queue<Moved> ledger = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Thread> threads;
    private volatile boolean ended;

    MovingLoad(Visitor visitor, List<String> keys, List<String> statuses) {
        this.visitor = visitor;
        this.keys = keys;
        this.statuses = statuses;
        this.threads = IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofVirtual().start(this::work))
                .toList();
    }

    /** Waits until so many more moves have been acknowledged. */
    void awaitAcknowledged(int more) {
        awaitAcknowledged(more, () -> {});
    }

    /** Waits until so many more moves have been acknowledged, and does something again and again meanwhile. */
    void awaitAcknowledged(int more, Runnable meanwhile) {
        var target = ledger.size() + more;
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
            meanwhile.run();
            return ledger.size() >= target;
        });
    }

    Queue<Moved> ledger() {
        return ledger;
    }

    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void work() {
        try {
            while (!ended) {
                if (!move()) {
                    Thread.sleep(WHILE_REFUSED);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Moves some card to some column; answers whether that was acknowledged. */
    private boolean move() throws InterruptedException {
        var key = keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
        var status = statuses.get(ThreadLocalRandom.current().nextInt(statuses.size()));
        try {
            var answer = visitor.post(
                    "/api/v1/tasks/" + key + "/move", "application/json", "{\"statusId\":\"" + status + "\"}");
            if (answer.statusCode() != 200) {
                return false;
            }
            var id = ID.matcher(answer.body());
            var tag = answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
            if (id.find()) {
                ledger.add(new Moved(id.group(1), Long.parseLong(tag)));
            }
            return true;
        } catch (IOException e) {
            // killed in the middle: nobody knows whether it was done, so the ledger says nothing
            unanswered.incrementAndGet();
            return false;
        }
    }
}
