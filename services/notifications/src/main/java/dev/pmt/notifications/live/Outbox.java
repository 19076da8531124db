package dev.pmt.notifications.live;

import java.util.ArrayDeque;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, one frame at a time and no more than the client can take. Messages that wait together
 * share a frame: a frame costs the server, the edge and the client about as much as what is in it.
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

    /** Messages in a frame at most. */
    private static final int FRAME = 32;

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
        flush();
        return true;
    }

    /**
     * Takes an event, or when the queue is full words the message that takes its place and that of all that wait. It leaves
     * with the next {@link #flush}.
     */
    synchronized void event(String text, Supplier<String> refetch) {
        if (queue.size() < limit) {
            queue.add(new Waiting(Kind.EVENT, text));
        } else {
            queue.removeIf(waiting -> waiting.kind != Kind.REPLY);
            queue.add(new Waiting(Kind.REFETCH, refetch.get()));
        }
    }

    /** Takes what is worth nothing to a client that is behind; false when the queue is full. */
    boolean offer(String text) {
        synchronized (this) {
            if (queue.size() >= limit) {
                return false;
            }
            queue.add(new Waiting(Kind.REPLY, text));
        }
        flush();
        return true;
    }

    /** Asks the client whether it is there. */
    void ping() {
        synchronized (this) {
            pingDue = true;
        }
        flush();
    }

    /** Takes the client's answer to a ping. */
    void pong(long number) {
        synchronized (this) {
            if (number > answered && number <= asked) {
                answered = number;
            }
        }
        flush();
    }

    /** Sends what may be sent. A frame may leave at once or later, so whoever comes meanwhile only asks for another round. */
    void flush() {
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
        flush();
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
        var most = (int) Math.min(FRAME, Math.min(queue.size(), window - (sent - answered)));
        if (most <= 0) {
            return null;
        }
        sending = true;
        sent += most;
        return most == 1 ? queue.remove().text : frame(most);
    }

    private String frame(int messages) {
        var frame = new StringJoiner(",", "[", "]");
        for (int i = 0; i < messages; i++) {
            frame.add(queue.remove().text);
        }
        return frame.toString();
    }
}
