package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Relates tasks and takes relations away: who writes in the project of the one task and reads that of the other. Whoever
 * does so locks the relations and then both projects in the order of their keys; other writers lock one project and no
 * relations, so nobody waits in a circle.
 */
@Service
class RelationEdits {

    private static final int MOST = 100;

    private final Tasks tasks;
    private final Relations relations;
    private final RelationChains chains;
    private final ProjectLock projects;
    private final Supplier<UUID> ids;
    private final EventLog log;

    RelationEdits(
            Tasks tasks,
            Relations relations,
            RelationChains chains,
            ProjectLock projects,
            Supplier<UUID> ids,
            EventLog log) {
        this.tasks = tasks;
        this.relations = relations;
        this.chains = chains;
        this.projects = projects;
        this.ids = ids;
        this.log = log;
    }

    /** The tasks at both ends, locked. */
    private record Pair(Task task, Task other) {}

    @Transactional
    public Relation add(String key, UserId user, NewRelation body) {
        var seen = tasks.get(key, user);
        seen.role().require(ProjectRole.MEMBER);
        var wanted = body.check();
        var other = tasks.find(wanted.taskKey(), user);
        var faults = new Faults();
        faults.check(
                other.isPresent(),
                "taskKey",
                "taskKey must be the key of a task that you see: " + Excerpt.of(wanted.taskKey()));
        faults.check(
                other.isEmpty() || !other.get().id().equals(seen.id()),
                "taskKey",
                "taskKey must be another task: " + Excerpt.of(wanted.taskKey()));
        faults.refuse();
        var pair = lock(seen, other.orElseThrow().key(), user);
        check(pair, wanted.kind(), user);
        var id = ids.get();
        relations.add(id, wanted.kind(), pair.task.id(), pair.other.id());
        log.append(facts(pair, user, wanted.kind(), id, TaskFacts.RELATED));
        return relations.find(pair.task.id(), user, id).orElseThrow();
    }

    @Transactional
    public void remove(String key, UserId user, UUID id) {
        var seen = tasks.get(key, user);
        seen.role().require(ProjectRole.MEMBER);
        var found = relations.find(seen.id(), user, id).orElseThrow(() -> missing(seen, id));
        var pair = lock(seen, found.task().key(), user);
        if (relations.find(seen.id(), user, id).isEmpty()) {
            throw missing(seen, id);
        }
        relations.remove(id, pair.task.id(), pair.other.id());
        log.append(facts(pair, user, found.kind(), id, TaskFacts.UNRELATED));
    }

    /** Locks relations and projects, then reads both tasks again: what the user may do may have changed meanwhile. */
    private Pair lock(Task seen, String otherKey, UserId user) {
        relations.lock();
        var other = tasks.get(otherKey, user);
        for (var project : new TreeSet<>(List.of(seen.projectKey(), other.projectKey()))) {
            if (projects.take(project, user, null, null).isEmpty()) {
                throw Tasks.missing(project.equals(seen.projectKey()) ? seen.key() : otherKey);
            }
        }
        var task = tasks.get(seen.key(), user);
        task.role().require(ProjectRole.MEMBER);
        return new Pair(task, tasks.get(otherKey, user));
    }

    private void check(Pair pair, RelationKind kind, UserId user) {
        requireNew(pair, kind, user);
        requireRoom(pair.task);
        requireRoom(pair.other);
        switch (kind) {
            case BLOCKS -> chains.check(pair.task, pair.other, user);
            case BLOCKED_BY -> chains.check(pair.other, pair.task, user);
            case RELATES_TO, DUPLICATES, DUPLICATED_BY -> {}
        }
    }

    /** Refuses what is so already; what would be so the other way round too, but for blocks, which the chain names. */
    private void requireNew(Pair pair, RelationKind kind, UserId user) {
        var known = relations.list(pair.task.id(), user).stream()
                .filter(relation -> relation.task().id().equals(pair.other.id()))
                .map(Relation::kind)
                .filter(one -> one == kind || (one == kind.inverse() && !kind.isBlocking()))
                .findFirst();
        if (known.isPresent()) {
            throw ProblemException.conflict(
                    "already-related",
                    "A relation must be new: %s %s %s"
                            .formatted(pair.task.key(), known.get().words(), pair.other.key()));
        }
    }

    private void requireRoom(Task task) {
        if (relations.count(task.id()) >= MOST) {
            throw ProblemException.conflict(
                    "too-many-relations",
                    "A task must have at most %d relations, those to tasks that you do not see included: %s"
                            .formatted(MOST, task.key()));
        }
    }

    private static List<Fact> facts(Pair pair, UserId user, RelationKind kind, UUID id, String type) {
        return List.of(
                TaskFacts.of(pair.task, user).relation(type, id, kind, pair.other),
                TaskFacts.of(pair.other, user).relation(type, id, kind.inverse(), pair.task));
    }

    private static ProblemException missing(Task task, UUID id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "Task " + task.key() + " has no relation " + id + ".");
    }
}
