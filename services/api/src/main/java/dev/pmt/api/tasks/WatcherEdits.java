package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        var task = lock(key, caller, needed(caller, person), person);
        var known = watchers.find(task.id(), person);
        if (known.isPresent()) {
            return known.get();
        }
        add(task, caller, List.of(person));
        return watchers.find(task.id(), person).orElseThrow();
    }

    /** Ends that somebody watches; changes nothing when they do not. */
    @Transactional
    public void remove(String key, UserId caller, UserId person) {
        var task = lock(key, caller, needed(caller, person), null);
        if (watchers.remove(task, person)) {
            log.append(TaskFacts.of(task, caller).watcher(TaskFacts.UNWATCHED, person));
        }
    }

    /**
     * Lets those watch whom a comment mentions, as far as they are active members who do not yet; others are left out
     * silently. Where nobody begins to, nothing is locked; otherwise the project is, so this is the first thing of a write.
     */
    @Transactional
    public void mention(String key, UserId caller, Set<UserId> people) {
        if (people.isEmpty()) {
            return;
        }
        var seen = tasks.get(key, caller);
        seen.role().require(ProjectRole.MEMBER);
        if (!watchers.wanting(seen, people).isEmpty()) {
            mention(lock(key, caller, ProjectRole.MEMBER, null), caller, people);
        }
    }

    /** Does so for a task whose project is locked already; returns the task as it is then. */
    @Transactional
    public Task mention(Task task, UserId caller, Set<UserId> people) {
        var wanting = people.isEmpty() ? List.<UserId>of() : watchers.wanting(task, people);
        if (wanting.isEmpty()) {
            return task;
        }
        add(task, caller, wanting);
        return tasks.get(task.key(), caller);
    }

    private void add(Task task, UserId caller, List<UserId> people) {
        watchers.add(task, people);
        var facts = new ArrayList<Fact>();
        for (var person : people) {
            facts.add(TaskFacts.of(task, caller).after(facts.size()).watcher(TaskFacts.WATCHED, person));
        }
        log.append(facts);
    }

    private static ProjectRole needed(UserId caller, UserId person) {
        return person.equals(caller) ? ProjectRole.VIEWER : ProjectRole.MEMBER;
    }

    private Task lock(String key, UserId caller, ProjectRole needed, @Nullable UserId wanted) {
        var seen = tasks.get(key, caller);
        seen.role().require(needed);
        var project = projects.take(seen.projectKey(), caller, null, wanted).orElseThrow(() -> Tasks.missing(key));
        project.role().require(needed);
        var faults = new Faults();
        faults.check(
                project.assigneeKnown(),
                "person",
                "person must be an active member of project " + seen.projectKey() + ": " + wanted);
        faults.refuse();
        return tasks.get(seen.key(), caller);
    }
}
