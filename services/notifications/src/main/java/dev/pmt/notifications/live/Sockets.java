package dev.pmt.notifications.live;

import dev.pmt.shared.web.ProblemException;
import jakarta.websocket.CloseReason;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets sockets in within bounds, and asks all of them to come back later when the service stops. */
@Component
class Sockets implements SmartLifecycle {

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final Hub hub;
    private final SubscriptionDesk desk;
    private final ServerMessages messages;
    private final Tail tail;
    private final LiveSettings settings;
    private volatile boolean running;

    Sockets(Hub hub, SubscriptionDesk desk, ServerMessages messages, Tail tail, LiveSettings settings) {
        this.hub = hub;
        this.desk = desk;
        this.messages = messages;
        this.tail = tail;
        this.settings = settings;
    }

    /** Refuses a socket when the process has too many, or stops. @throws ProblemException 503 */
    void admit() {
        if (!running || hub.sockets().size() >= settings.sockets()) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "no-more-sockets",
                    "No more sockets are taken at the moment; try again soon.",
                    Duration.ofSeconds(5));
        }
    }

    /** Makes the endpoint of a user's next socket. @throws ProblemException 429 when they have too many */
    SocketEndpoint endpointFor(UUID user) {
        if (hub.socketsOf(user) >= settings.socketsOfUser()) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-sockets",
                    "At most " + settings.socketsOfUser() + " sockets of one user are open at a time.",
                    settings.ping());
        }
        return new SocketEndpoint(this, session -> new LiveSocket(user, session, messages, settings, tail::told));
    }

    void opened(LiveSocket socket) {
        tail.admit(socket);
        socket.reply(messages.welcome(settings));
        if (!running) {
            restart(socket);
        }
    }

    void said(LiveSocket socket, String text) {
        desk.take(socket, text);
    }

    void closed(LiveSocket socket) {
        hub.closed(socket);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Comes before the server stops, so that clients are told why. */
    @Override
    public void stop() {
        running = false;
        var closing = hub.sockets().stream().map(Sockets::restart).toList();
        var end = System.nanoTime() + CLOSE_WAIT.toNanos();
        try {
            for (var thread : closing) {
                thread.join(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Thread restart(LiveSocket socket) {
        return socket.close(CloseReason.CloseCodes.SERVICE_RESTART.getCode(), "restart");
    }
}
