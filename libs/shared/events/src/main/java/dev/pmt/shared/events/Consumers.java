package dev.pmt.shared.events;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Keeps a worker for each of the service's consumers. */
final class Consumers implements SmartLifecycle {

    private final List<Worker> workers;
    private volatile boolean running;

    Consumers(List<Consumption> consumptions, EventSettings settings) {
        this.workers = consumptions.stream()
                .map(consumption -> new Worker(consumption.name(), settings.poll(), consumption::round))
                .toList();
    }

    @Override
    public void start() {
        workers.forEach(Worker::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(Worker::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
