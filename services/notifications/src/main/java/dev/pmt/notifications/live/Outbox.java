package dev.pmt.notifications.live;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, one message at a time and no more than the client can take.
 *
 * <p>It sends a window of messages beyond the last ping that the client has answered, so that a slow one is noticed here and
 * not in the memory of what lies between. When the queue is full its events give way to a single {@code refetch}.
 */
final class Outbox {

    /** Sends a text and runs the callback once it has left; never runs it after a failure. */
    interface Wire {
        void send(String text, Runnable sent);
    }

    /** Words a ping. */
    interface Ping {
        String text(long number, boolean allSent);
    }

    private enum Kind {
        REPLY,
        EVENT,
        REFETCH
    }

    private record Waiting(Kind kind, String text) {}

    private final ArrayDeque<Waiting> queue = new ArrayDeque<>(0);
    private final AtomicInteger calls = new AtomicInteger();
    private final Wire wire;
    private final Ping ping;
    private final int limit;
    private final int window;
    private boolean sending;
    private boolean pingDue;
    private long sent;
    private long asked;
    private long answered;

    Outbox(Wire wire, Ping ping, LiveSettings settings) {
        this.wire = wire;
        this.ping = ping;
        this.limit = settings.queue();
        this.window = settings.window();
    }

    /** Takes an answer to what the client said; false when answers too pile up. */
    boolean reply(String text) {
        synchronized (this) {
            if (queue.size() >= 2 * limit) {
                return false;
            }
            queue.add(new Waiting(Kind.REPLY, text));
        }
        pump();
        return true;
    }

    /** Takes an event, or when the queue is full words the message that takes its place and that of all that wait. */
    void event(String text, Supplier<String> refetch) {
        synchronized (this) {
            if (queue.size() < limit) {
                queue.add(new Waiting(Kind.EVENT, text));
            } else {
                queue.removeIf(waiting -> waiting.kind != Kind.REPLY);
                queue.add(new Waiting(Kind.REFETCH, refetch.get()));
            }
        }
        pump();
    }

    /** Asks the client whether it is there. */
    void ping() {
        synchronized (this) {
            pingDue = true;
        }
        pump();
    }

    /** Takes the client's answer to a ping. */
    void pong(long number) {
        synchronized (this) {
            if (number > answered && number <= asked) {
                answered = number;
            }
        }
        pump();
    }

    /** Sends what may be sent. A message may leave at once or later, so whoever comes meanwhile only asks for another round. */
    private void pump() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        do {
            for (var next = take(); next != null; next = take()) {
                wire.send(next, this::left);
            }
        } while (calls.decrementAndGet() > 0);
    }

    private void left() {
        synchronized (this) {
            sending = false;
        }
        pump();
    }

    private synchronized @Nullable String take() {
        if (sending) {
            return null;
        }
        if (pingDue || sent - asked >= Math.max(1, window / 2)) {
            pingDue = false;
            sending = true;
            asked = sent;
            return ping.text(asked, queue.isEmpty());
        }
        if (queue.isEmpty() || sent - answered >= window) {
            return null;
        }
        sending = true;
        sent++;
        return queue.remove().text;
    }
}
