package dev.pmt.notifications.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open socket: whose it is, what it subscribes to, what waits to be sent. */
final class LiveSocket {

    /** Close code: open a new socket, with a new ticket. */
    static final int RENEW = 4000;
    /** Close code: nothing was heard of the client for too long. */
    static final int SILENT = 4001;
    /** Close code: the client asks faster than it reads. */
    static final int FLOODED = 1008;

    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

    private final Map<Topic, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final UUID user;
    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final ServerMessages messages;
    private final Outbox outbox;
    private final long openedAt = System.nanoTime();
    private volatile long heardAt = openedAt;

    LiveSocket(UUID user, Session session, ServerMessages messages, LiveSettings settings, LongSupplier told) {
        this.user = user;
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.messages = messages;
        remote.setSendTimeout(settings.sendTimeout().toMillis());
        this.outbox = new Outbox(
                this::send, (number, allSent) -> messages.ping(number, allSent ? told.getAsLong() : null), settings);
    }

    UUID user() {
        return user;
    }

    Map<Topic, Subscription> subscriptions() {
        return subscriptions;
    }

    void reply(String text) {
        if (!outbox.reply(text)) {
            close(FLOODED, "too many messages");
        }
    }

    /** Takes an event, which leaves with the next {@link #flush} or reply. */
    void event(RecentEvent event) {
        outbox.event(event.message(), () -> messages.refetch(null, event.position()));
    }

    void flush() {
        outbox.flush();
    }

    /** Has the client read anew what it shows of a topic, or of all when that is null. */
    void refetch(@Nullable Topic topic, long seq) {
        reply(messages.refetch(topic, seq));
    }

    /** Tells who shows a topic. @return false when too much waits already */
    boolean present(Topic topic, List<UUID> users) {
        return outbox.offer(messages.present(topic, users));
    }

    void subscribed(Topic topic, long seq) {
        reply(messages.subscribed(topic, seq));
    }

    void unsubscribed(Topic topic, boolean asked) {
        reply(messages.unsubscribed(topic, asked));
    }

    /** Notes that the client is there. */
    void heard() {
        heardAt = System.nanoTime();
    }

    void pong(long number) {
        outbox.pong(number);
    }

    /** Asks whether the client is there; ends a socket that is silent or has lived its time. */
    void beat(LiveSettings settings) {
        if (isOver(heardAt, settings.silence())) {
            close(SILENT, "no pong");
        } else if (isOver(openedAt, settings.longestSocket())) {
            close(RENEW, "renew");
        } else {
            outbox.ping();
        }
    }

    private static boolean isOver(long since, Duration limit) {
        return System.nanoTime() - since > limit.toNanos();
    }

    private void send(String text, Runnable sent) {
        try {
            remote.sendText(text, result -> {
                if (result.isOK()) {
                    sent.run();
                } else {
                    failed(result.getException());
                }
            });
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(@Nullable Throwable reason) {
        log.debug("A socket takes nothing any more", reason);
        close(CloseReason.CloseCodes.GOING_AWAY.getCode(), "not reading");
    }

    /** Closes the socket in a thread of its own, which waits for what is just being sent. */
    Thread close(int code, String reason) {
        return Thread.startVirtualThread(() -> {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
            } catch (IOException | IllegalStateException e) {
                log.debug("A socket was closed already", e);
            }
        });
    }
}
