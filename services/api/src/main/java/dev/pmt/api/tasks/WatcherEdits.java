package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people watch tasks: oneself whoever sees the task, others whoever writes in its project. */
@Service
class WatcherEdits {

    private final Tasks tasks;
    private final Watchers watchers;
    private final ProjectLock projects;
    private final EventLog log;

    WatcherEdits(Tasks tasks, Watchers watchers, ProjectLock projects, EventLog log) {
        this.tasks = tasks;
        this.watchers = watchers;
        this.projects = projects;
        this.log = log;
    }

    /** Adds an active member as a watcher; changes nothing when they watch already. */
    @Transactional
    public Watcher add(String key, UserId caller, UserId person) {
        var task = lock(key, caller, person, person);
        var known = watchers.find(task.id(), person);
        if (known.isPresent()) {
            return known.get();
        }
        watchers.add(task, person);
        log.append(TaskFacts.of(task, caller).watcher(TaskFacts.WATCHED, person));
        return watchers.find(task.id(), person).orElseThrow();
    }

    /** Ends that somebody watches; changes nothing when they do not. */
    @Transactional
    public void remove(String key, UserId caller, UserId person) {
        var task = lock(key, caller, person, null);
        if (watchers.remove(task, person)) {
            log.append(TaskFacts.of(task, caller).watcher(TaskFacts.UNWATCHED, person));
        }
    }

    private Task lock(String key, UserId caller, UserId person, @Nullable UserId wanted) {
        var needed = person.equals(caller) ? ProjectRole.VIEWER : ProjectRole.MEMBER;
        var seen = tasks.get(key, caller);
        seen.role().require(needed);
        var project = projects.take(seen.projectKey(), caller, null, wanted).orElseThrow(() -> Tasks.missing(key));
        project.role().require(needed);
        var faults = new Faults();
        faults.check(
                project.assigneeKnown(),
                "person",
                "person must be an active member of project " + seen.projectKey() + ": " + person);
        faults.refuse();
        return tasks.get(seen.key(), caller);
    }
}
