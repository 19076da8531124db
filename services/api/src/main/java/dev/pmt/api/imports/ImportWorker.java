package dev.pmt.api.imports;

import dev.pmt.shared.events.Workers;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off waiting imports in the background; several processes may, each import is worked on by one. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private final Jobs jobs;
    private final Uploads uploads;
    private final ImportRun run;
    private final ImportSettings settings;
    private final Clock clock;
    private final Workers workers;

    ImportWorker(Jobs jobs, Uploads uploads, ImportRun run, ImportSettings settings, Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.run = run;
        this.settings = settings;
        this.clock = clock;
        this.workers = Workers.polling("import", settings.workers(), settings.poll(), this::workOnce);
    }

    /** Says that an import waits. */
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
        claimed.ifPresentOrElse(
                this::work, () -> uploads.dropStale(OffsetDateTime.now(clock).minus(settings.uploadTimeout())));
        return claimed.isPresent();
    }

    private void work(Job job) {
        try (var heartbeat = Heartbeat.start(settings.lease().dividedBy(3), () -> jobs.renew(job))) {
            log.debug("Import {} begins, {}", job.id().value(), heartbeat);
            if (job.attempt() > settings.attempts()) {
                jobs.fail(job, new FileFault.View(null, "the import broke off " + settings.attempts() + " times"));
            } else if (!run.work(job, this::isRunning)) {
                jobs.release(job);
            }
        } catch (FileFault e) {
            jobs.fail(job, e.view());
        } catch (LeaseLost e) {
            log.warn("Import {} was taken over by another worker", job.id().value());
        } catch (RuntimeException e) {
            log.error(
                    "Import {} broke off; it is taken up again when its lease ends",
                    job.id().value(),
                    e);
        }
    }
}
