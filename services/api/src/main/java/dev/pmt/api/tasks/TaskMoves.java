package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.time.Clock;
import java.time.OffsetDateTime;
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
    private final Ranks ranks;
    private final Placement placement;
    private final TaskEdits edits;
    private final Clock clock;
    private final EventLog log;

    TaskMoves(
            JdbcClient jdbc,
            Tasks tasks,
            ProjectLock projects,
            Ranks ranks,
            Placement placement,
            TaskEdits edits,
            Clock clock,
            EventLog log) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.projects = projects;
        this.ranks = ranks;
        this.placement = placement;
        this.edits = edits;
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
        var task = move.hasFields() ? edits.update(current.key(), user, current.version(), move.fields()) : current;
        var rank = rank(task, user, move);
        var facts = TaskFacts.of(task, user).moved(task.statusId(), move.status(), rank);
        jdbc.sql(MOVE)
                .param("id", task.id().value())
                .param("status", move.status().value())
                .param("rank", rank.text())
                .param("facts", facts.size())
                .param("now", OffsetDateTime.now(clock))
                .update();
        log.append(facts);
        return tasks.get(task.key(), user);
    }

    private Rank rank(Task task, UserId user, Move move) {
        return switch (move.place()) {
            case Move.Place.After(var key) ->
                placement.after(
                        task.projectId(),
                        ranks.of(neighbour(key, task, user, move).id()),
                        task.id());
            case Move.Place.Before(var key) ->
                placement.before(
                        task.projectId(),
                        ranks.of(neighbour(key, task, user, move).id()),
                        task.id());
            case Move.Place.AtEnd() ->
                ranks.lastInColumn(move.status(), task.id())
                        .map(last -> placement.after(task.projectId(), last, task.id()))
                        .orElseGet(() -> ranks.of(task.id()));
        };
    }

    private Task neighbour(String key, Task task, UserId user, Move move) {
        var found = tasks.find(key, user)
                .filter(other -> other.projectId().equals(task.projectId()) && !other.archived())
                .filter(other ->
                        other.statusId().equals(move.status()) && !other.id().equals(task.id()));
        return found.orElseThrow(() -> new ProblemException(
                HttpStatus.CONFLICT,
                "neighbour-moved",
                "Task " + Excerpt.of(key) + " is no longer another card of that column; read the board again."));
    }
}
