package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.projects.Workflows;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Moves tasks on the board. */
@Repository
class TaskMoves {

    private static final String MOVE = """
            UPDATE task
               SET status_id = :status, rank = :rank, version = version + :facts, updated_at = :now
             WHERE id = :id
            """;

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final ProjectLock projects;
    private final Workflows workflows;
    private final Ranks ranks;
    private final Placement placement;
    private final TaskEdits edits;
    private final TaskChanges changes;
    private final TaskItems items;
    private final Clock clock;
    private final EventLog log;

    TaskMoves(
            JdbcClient jdbc,
            Tasks tasks,
            ProjectLock projects,
            Workflows workflows,
            Ranks ranks,
            Placement placement,
            TaskEdits edits,
            TaskChanges changes,
            TaskItems items,
            Clock clock,
            EventLog log) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.projects = projects;
        this.workflows = workflows;
        this.ranks = ranks;
        this.placement = placement;
        this.edits = edits;
        this.changes = changes;
        this.items = items;
        this.clock = clock;
        this.log = log;
    }

    /** Places a task in a column and changes the fields that the move names, all or nothing; the last move wins. */
    @Transactional
    public Task move(String key, UserId user, Move move) {
        var seen = tasks.get(key, user);
        seen.role().require(ProjectRole.MEMBER);
        move.check();
        var project =
                projects.take(seen.projectKey(), user, move.status(), null).orElseThrow(() -> Tasks.missing(key));
        var faults = new Faults();
        TaskChecks.status(faults, project.status() != null, seen.projectKey(), move.statusId());
        faults.refuse();
        var current = tasks.get(seen.key(), user);
        if (current.archived()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "task-archived",
                    "Task " + current.key() + " is archived; unarchive it first.");
        }
        return place(List.of(current), user, move).getFirst();
    }

    /** Places tasks of a project together, in the order given, as {@link #move} places one: all of them or none. */
    @Transactional
    public List<TaskItem> moveTogether(String projectKey, UserId user, MoveTasks body) {
        var project =
                projects.take(projectKey, user, body.statusId(), null).orElseThrow(() -> Projects.missing(projectKey));
        project.role().require(ProjectRole.MEMBER);
        var move = body.move();
        move.check();
        var faults = new Faults();
        TaskChecks.status(faults, project.status() != null, projectKey, move.statusId());
        var current = new ArrayList<Task>();
        for (var key : body.check(projectKey).values()) {
            var found = tasks.find(key, user);
            faults.check(found.isPresent(), "keys", PlanTasks.unknown(projectKey, key));
            found.ifPresent(task -> {
                faults.check(!task.archived(), "keys", PlanTasks.archived(key));
                current.add(task);
            });
        }
        faults.refuse();
        var moved = place(current, user, move);
        return items.of(projectKey, moved.stream().map(Task::id).toList());
    }

    private List<Task> place(List<Task> current, UserId user, Move move) {
        current.forEach(task -> workflows.check(task.projectId(), task.key(), task.statusId(), move.status()));
        if (current.size() > 1) {
            ranks.compareAtCommit();
        }
        var places = ranksOf(current, user, move);
        var moved = new ArrayList<Task>();
        for (int i = 0; i < current.size(); i++) {
            moved.add(place(current.get(i), user, move, places.get(i)));
        }
        return moved;
    }

    private Task place(Task current, UserId user, Move move, Rank rank) {
        var task = move.hasFields() ? edits.update(current.key(), user, current.version(), move.fields()) : current;
        var from = ranks.of(task.id());
        var facts = TaskFacts.of(task, user).moved(task.statusId(), move.status(), rank);
        write(task, move.status(), rank, facts);
        note(current, task, facts.size(), move.status(), new FieldChange(FieldChange.RANK, from.text(), rank.text()));
        return tasks.get(task.key(), user);
    }

    private void write(Task task, StatusId status, Rank rank, List<Fact> facts) {
        jdbc.sql(MOVE)
                .param("id", task.id().value())
                .param("status", status.value())
                .param("rank", rank.text())
                .param("facts", facts.size())
                .param("now", OffsetDateTime.now(clock))
                .update();
        log.append(facts);
    }

    /** Puts a task of a locked project back to a place that it had; where another one took that place, it stays. */
    @Transactional
    public Task back(Task task, UserId user, Rank to) {
        var from = ranks.of(task.id());
        if (ranks.isTaken(task.projectId(), to)) {
            return task;
        }
        var facts = TaskFacts.of(task, user).moved(task.statusId(), task.statusId(), to);
        write(task, task.statusId(), to, facts);
        note(task, task, facts.size(), task.statusId(), new FieldChange(FieldChange.RANK, from.text(), to.text()));
        return tasks.get(task.key(), user);
    }

    /** Notes the move, together with the fields that it changed beside the place. */
    private void note(Task seen, Task task, int facts, StatusId to, FieldChange place) {
        var fields = new ArrayList<FieldChange>();
        if (!task.statusId().equals(to)) {
            fields.add(new FieldChange(
                    FieldChange.STATUS,
                    task.statusId().value().toString(),
                    to.value().toString()));
        }
        fields.add(place);
        var move = new TaskChange(task.id(), task.version() + facts, facts, fields);
        var before = task.version() > seen.version()
                ? changes.find(task.id(), task.version())
                : Optional.<TaskChange>empty();
        before.ifPresentOrElse(earlier -> changes.noteWith(earlier, move), () -> changes.note(move));
    }

    private List<Rank> ranksOf(List<Task> moved, UserId user, Move move) {
        var project = moved.getFirst().projectId();
        var ids = moved.stream().map(Task::id).toList();
        return switch (move.place()) {
            case Move.Place.After(var key) -> placement.after(project, neighbour(key, project, ids, user, move), ids);
            case Move.Place.Before(var key) -> placement.before(project, neighbour(key, project, ids, user, move), ids);
            case Move.Place.AtEnd() ->
                ranks.lastInColumn(move.status(), ids)
                        .map(last -> placement.after(project, last, ids))
                        .orElseGet(() -> ids.stream().map(ranks::of).sorted().toList());
        };
    }

    private Rank neighbour(String key, ProjectId project, List<TaskId> moved, UserId user, Move move) {
        return tasks.find(key, user)
                .filter(other -> other.projectId().equals(project) && !other.archived())
                .filter(other -> other.statusId().equals(move.status()) && !moved.contains(other.id()))
                .map(other -> ranks.of(other.id()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT,
                        "neighbour-moved",
                        "Task " + Excerpt.of(key)
                                + " is no longer another card of that column; read the board again."));
    }
}
