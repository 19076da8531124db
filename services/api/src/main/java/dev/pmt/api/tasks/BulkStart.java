package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Projects;
import dev.pmt.shared.web.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins bulk changes: a small one is made at once, a larger one waits for a worker. */
@Service
class BulkStart {

    private final Projects projects;
    private final BulkSelection selection;
    private final BulkTasks tasks;
    private final BulkJobs jobs;
    private final BulkRun run;
    private final BulkChanges changes;
    private final BulkWorker worker;
    private final BulkSettings settings;

    BulkStart(
            Projects projects,
            BulkSelection selection,
            BulkTasks tasks,
            BulkJobs jobs,
            BulkRun run,
            BulkChanges changes,
            BulkWorker worker,
            BulkSettings settings) {
        this.projects = projects;
        this.selection = selection;
        this.tasks = tasks;
        this.jobs = jobs;
        this.run = run;
        this.changes = changes;
        this.worker = worker;
        this.settings = settings;
    }

    /** Begins a change of the tasks that are selected now. */
    @Transactional
    public BulkChange change(String key, UserId user, NewBulkChange body) {
        var project = writable(key, user);
        var change = body.check();
        var selected = selection.tasks(project, user, body);
        tasks.rules(project.id(), project.key()).check(change);
        return begin(project.key(), project.id(), user, change, null, selected);
    }

    /** Begins to undo a change: a change of all tasks that it made different. */
    @Transactional
    public BulkChange undo(String key, UserId user, BulkChangeId id) {
        var project = writable(key, user);
        var made = changes.get(project.key(), user, id);
        if (made.finishedAt() == null) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "bulk-change-running",
                    "Bulk change " + id.value() + " is not through yet; undo it when it is.");
        }
        return begin(project.key(), project.id(), user, null, id, changes.changed(id));
    }

    /** Tells what a change would come to, without making it. */
    BulkChange.Preview preview(String key, UserId user, NewBulkChange body) {
        var project = writable(key, user);
        var change = body.check();
        var selected = selection.tasks(project, user, body);
        var rules = tasks.rules(project.id(), project.key());
        rules.check(change);
        var found = tasks.tasks(project.key(), selected);
        var outcomes = selected.stream()
                .map(id -> rules.outcome(Objects.requireNonNull(found.get(id)), change))
                .toList();
        var changed = outcomes.stream().filter(one -> !one.changes().isEmpty()).count();
        var refusals = outcomes.stream()
                .filter(one -> one.reason() != null)
                .map(one -> new BulkChange.Refusal(one.task().key(), Objects.requireNonNull(one.reason())))
                .toList();
        return new BulkChange.Preview(
                selected.size(),
                changed,
                selected.size() - changed - refusals.size(),
                refusals.size(),
                refusals.stream().limit(BulkChanges.REASONS).toList());
    }

    private BulkChange begin(
            String key,
            ProjectId project,
            UserId user,
            @Nullable BulkPatch change,
            @Nullable BulkChangeId undoes,
            List<TaskId> selected) {
        var id = jobs.add(project, user, change, undoes, selected);
        if (selected.size() <= settings.atOnce()) {
            var job = jobs.claim(id).orElseThrow();
            var more = true;
            while (more) {
                more = run.step(job);
            }
        } else {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        }
        return changes.get(key, user, id);
    }

    private Project writable(String key, UserId user) {
        var project = projects.get(key, user);
        project.role().require(ProjectRole.MEMBER);
        return project;
    }
}
