package dev.pmt.api.tasks;

import dev.pmt.shared.events.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off waiting bulk changes in the background; several processes may, each change is worked on by one. */
@Component
class BulkWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BulkWorker.class);

    private final BulkJobs jobs;
    private final BulkRun run;
    private final BulkSettings settings;
    private final Workers workers;

    BulkWorker(BulkJobs jobs, BulkRun run, BulkSettings settings) {
        this.jobs = jobs;
        this.run = run;
        this.settings = settings;
        this.workers = Workers.polling("bulk", settings.workers(), settings.poll(), this::workOnce);
    }

    /** Says that a change waits. */
    void wake() {
        workers.wake();
    }

    @Override
    public void start() {
        workers.start();
    }

    @Override
    public void stop() {
        workers.stop();
    }

    @Override
    public boolean isRunning() {
        return workers.isRunning();
    }

    private boolean workOnce() {
        var claimed = jobs.claim();
        claimed.ifPresent(this::work);
        return claimed.isPresent();
    }

    private void work(BulkJob job) {
        try {
            if (job.attempt() > settings.attempts()) {
                jobs.end(job, "the change broke off " + settings.attempts() + " times");
                return;
            }
            var more = true;
            while (more && isRunning()) {
                more = run.step(job);
            }
            if (more) {
                jobs.release(job);
            }
        } catch (BulkJob.LeaseLost e) {
            log.warn("Bulk change {} was taken over by another worker", job.id().value());
        } catch (RuntimeException e) {
            log.error(
                    "Bulk change {} broke off; it is taken up again when its lease ends",
                    job.id().value(),
                    e);
        }
    }
}
