package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works off a bulk change in steps, each a short transaction that locks the project for some hundred tasks and commits with
 * the place where the change goes on: a kill loses and doubles nothing, and other writers get their turn in between.
 */
@Component
class BulkRun {

    private static final String NO_MEMBER = "who began the change must still be a member who may write";

    private final BulkJobs jobs;
    private final BulkTasks tasks;
    private final BulkEdits edits;
    private final TaskChanges changes;
    private final ProjectLock projects;

    BulkRun(BulkJobs jobs, BulkTasks tasks, BulkEdits edits, TaskChanges changes, ProjectLock projects) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.edits = edits;
        this.changes = changes;
        this.projects = projects;
    }

    /** Takes the next step; answers whether there is another one. @throws BulkJob.LeaseLost when another worker has taken over */
    @Transactional
    public boolean step(BulkJob job) {
        var progress = jobs.hold(job);
        var mayWrite = projects.take(job.projectKey(), job.user(), null, null)
                .filter(locked -> locked.role().includes(ProjectRole.MEMBER))
                .isPresent();
        if (!mayWrite) {
            jobs.end(job, NO_MEMBER);
            return false;
        }
        var places = jobs.next(job, progress.done());
        jobs.keep(job, places.size(), places.isEmpty() ? List.of() : work(job, places));
        if (progress.done() + places.size() < progress.total()) {
            return true;
        }
        jobs.end(job, null);
        return false;
    }

    private List<BulkJob.Result> work(BulkJob job, List<BulkJob.Place> places) {
        var outcomes = outcomes(job, places);
        var versions = new HashMap<TaskId, Long>();
        edits.write(job.project(), job.user(), outcomes).forEach(made -> versions.put(made.task(), made.version()));
        var results = new ArrayList<BulkJob.Result>();
        for (int i = 0; i < places.size(); i++) {
            var outcome = outcomes.get(i);
            var version = versions.get(outcome.task().id());
            if (version != null || outcome.reason() != null) {
                results.add(new BulkJob.Result(places.get(i).position(), version, outcome.reason()));
            }
        }
        return results;
    }

    private List<BulkOutcome> outcomes(BulkJob job, List<BulkJob.Place> places) {
        var ids = places.stream().map(BulkJob.Place::task).toList();
        var found = tasks.tasks(job.projectKey(), ids);
        var rules = tasks.rules(job.project(), job.projectKey());
        var change = job.change();
        if (change != null) {
            return ids.stream()
                    .map(id -> rules.outcome(Objects.requireNonNull(found.get(id)), change))
                    .toList();
        }
        var made = changes.ofBulk(Objects.requireNonNull(job.undoes()), ids);
        return ids.stream()
                .map(id -> {
                    var task = Objects.requireNonNull(found.get(id));
                    var one = made.get(id);
                    return one == null ? BulkOutcome.left(task, "too long ago") : rules.outcome(task, one);
                })
                .toList();
    }
}
