package dev.pmt.notifications.live;

import dev.pmt.shared.events.Worker;
import java.util.List;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the clients that have a topic on screen who else has: soon after that changes, and not each time, so that a page that
 * is loaded again does not flicker on others' screens. Known to this process alone, and kept nowhere.
 */
@Component
class Presence implements SmartLifecycle {

    private final Hub hub;
    private final LiveSettings settings;
    private final Worker worker;

    Presence(Hub hub, LiveSettings settings) {
        this.hub = hub;
        this.settings = settings;
        this.worker = new Worker("live-presence", settings.presence(), this::round);
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
        worker.rest(settings.presence());
        hub.takeReshown().forEach(this::tell);
    }

    private void tell(Topic topic) {
        var showing = hub.showing(topic);
        var users = users(showing);
        if (!showing.stream().map(subscription -> subscription.present(users)).reduce(true, Boolean::logicalAnd)) {
            hub.retell(topic);
        }
    }

    private static List<UUID> users(List<Subscription> showing) {
        return showing.stream()
                .map(subscription -> subscription.socket().user())
                .distinct()
                .sorted()
                .toList();
    }
}
