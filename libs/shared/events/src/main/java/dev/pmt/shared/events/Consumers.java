package dev.pmt.shared.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Keeps a worker for each of the service's consumers. */
final class Consumers implements SmartLifecycle {

    private record Running(Consumption consumption, Worker worker) {}

    private final Map<String, Running> consumers = new LinkedHashMap<>();
    private volatile boolean running;

    Consumers(List<Consumption> consumptions, EventSettings settings) {
        for (var consumption : consumptions) {
            var worker = new Worker(consumption.name(), settings.poll(), consumption::round);
            consumers.put(consumption.name(), new Running(consumption, worker));
        }
    }

    /** Finds what runs a consumer in this process. */
    Optional<Consumption> find(String name) {
        return Optional.ofNullable(consumers.get(name)).map(Running::consumption);
    }

    /** Lets a consumer look at once at what was changed for it. */
    void wake(String name) {
        var found = consumers.get(name);
        if (found != null) {
            found.consumption().wake();
            found.worker().wake();
        }
    }

    /** Returns why a consumer cannot go on in this process, if it cannot. */
    Optional<String> failure(String name) {
        return Optional.ofNullable(consumers.get(name))
                .flatMap(found -> found.worker().failure());
    }

    @Override
    public void start() {
        consumers.values().forEach(consumer -> consumer.worker().start());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        consumers.values().forEach(consumer -> consumer.worker().stop());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
