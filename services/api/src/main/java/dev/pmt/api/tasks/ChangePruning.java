package dev.pmt.api.tasks;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Deletes from time to time what is too old to be undone. */
@Component
class ChangePruning implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(ChangePruning.class);

    private final TaskChanges changes;
    private final BulkJobs jobs;
    private final Clock clock;
    private final BulkSettings settings;

    ChangePruning(TaskChanges changes, BulkJobs jobs, Clock clock, BulkSettings settings) {
        this.changes = changes;
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::prune, settings.pruneEvery());
    }

    private void prune() {
        var before = OffsetDateTime.now(clock).minus(settings.keep());
        log.debug("Deleted {} bulk changes and {} changes of tasks", jobs.prune(before), changes.prune(before));
    }
}
