package dev.pmt.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off waiting imports in the background; several processes may, each import is worked on by one. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final Uploads uploads;
    private final ImportRun run;
    private final ImportSettings settings;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ImportWorker(Jobs jobs, Uploads uploads, ImportRun run, ImportSettings settings, Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.run = run;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that an import waits. */
    void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < settings.workers(); i++) {
            threads.add(Thread.ofVirtual().name("import-" + i).start(this::loop));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake.release(settings.workers());
        for (var thread : threads) {
            try {
                thread.join(STOP_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                while (running && workOnce()) {
                    // the next one at once
                }
                if (running) {
                    uploads.dropStale(OffsetDateTime.now(clock).minus(settings.uploadTimeout()));
                    var woken = wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    log.trace("looking for imports, woken: {}", woken);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("Looking for imports failed; trying again", e);
                pause();
            }
        }
    }

    /** Works on one import if one waits; answers whether there was one. */
    boolean workOnce() {
        var claimed = jobs.claim();
        claimed.ifPresent(this::work);
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

    private void pause() {
        try {
            var woken = wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            log.trace("looking for imports again, woken: {}", woken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
