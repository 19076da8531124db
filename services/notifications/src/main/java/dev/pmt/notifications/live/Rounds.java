package dev.pmt.notifications.live;

import dev.pmt.shared.events.Worker;
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
    private final Worker worker;
    private Instant nextPruning = Instant.EPOCH;

    Rounds(Hub hub, RecentEvents recent, Tickets tickets, LiveSettings settings, Clock clock) {
        this.hub = hub;
        this.recent = recent;
        this.tickets = tickets;
        this.settings = settings;
        this.clock = clock;
        this.worker = new Worker("live-rounds", settings.ping(), this::round);
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void round() throws InterruptedException {
        worker.rest(settings.ping());
        if (!worker.isRunning()) {
            return;
        }
        try {
            beat();
        } catch (RuntimeException e) {
            // The worker would pause longer and longer, and sockets that nobody asks would pass for silent.
            log.warn("A round failed; the next one comes", e);
        }
    }

    private void beat() {
        hub.sockets().forEach(socket -> socket.beat(settings));
        var now = clock.instant();
        if (now.isAfter(nextPruning)) {
            nextPruning = now.plus(PRUNE_EVERY);
            tickets.prune();
            recent.prune(now.minus(settings.keep()), settings.keepEvents());
        }
    }
}
