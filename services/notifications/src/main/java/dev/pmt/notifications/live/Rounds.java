package dev.pmt.notifications.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What is done from time to time: pings, and the deletion of what has grown old. */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);

    private final Hub hub;
    private final RecentEvents recent;
    private final Tickets tickets;
    private final LiveSettings settings;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = new Thread();
    private Instant nextPruning = Instant.EPOCH;

    Rounds(Hub hub, RecentEvents recent, Tickets tickets, LiveSettings settings, Clock clock) {
        this.hub = hub;
        this.recent = recent;
        this.tickets = tickets;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("live-rounds").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                Thread.sleep(settings.ping());
                round();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("A round failed; the next one comes", e);
            }
        }
    }

    private void round() {
        hub.sockets().forEach(socket -> socket.beat(settings));
        var now = clock.instant();
        if (now.isAfter(nextPruning)) {
            nextPruning = now.plus(PRUNE_EVERY);
            tickets.prune();
            recent.prune(now.minus(settings.keep()), settings.keepEvents());
        }
    }
}
