package dev.pmt.shared.events;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Keeps workers running while the service runs. */
final class Workers implements SmartLifecycle {

    private final List<Worker> workers;
    private volatile boolean running;

    Workers(List<Worker> workers) {
        this.workers = workers;
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
