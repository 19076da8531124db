package dev.pmt.shared.events;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/** Keeps workers running while the service runs. */
public final class Workers implements SmartLifecycle {

    private final List<Worker> workers;
    private volatile boolean running;

    Workers(List<Worker> workers) {
        this.workers = workers;
    }

    /**
     * Makes workers that look for jobs of one kind, each for one at a time.
     *
     * @param poll how long to wait before looking again where nothing was found
     * @param job finds a job and does it; answers whether there was one
     */
    public static Workers polling(String name, int count, Duration poll, BooleanSupplier job) {
        return new Workers(IntStream.range(0, count)
                .mapToObj(i -> new Polling(name + "-" + i, poll, job).worker)
                .toList());
    }

    private static final class Polling {

        private final Worker worker;
        private final Duration poll;
        private final BooleanSupplier job;

        Polling(String name, Duration poll, BooleanSupplier job) {
            this.poll = poll;
            this.job = job;
            this.worker = new Worker(name, poll, this::round);
        }

        private void round() throws InterruptedException {
            if (!job.getAsBoolean()) {
                worker.rest(poll);
            }
        }
    }

    /** Ends the pauses under way, or the next ones. */
    public void wake() {
        workers.forEach(Worker::wake);
    }

    @Override
    public void start() {
        running = true;
        workers.forEach(Worker::start);
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
