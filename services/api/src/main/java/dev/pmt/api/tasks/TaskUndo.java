package dev.pmt.api.tasks;

import static dev.pmt.api.tasks.FieldChange.ARCHIVED;
import static dev.pmt.api.tasks.FieldChange.RANK;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.shared.web.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes changes of single tasks, as changes that can be undone themselves. What was changed again since stays. */
@Service
class TaskUndo {

    private final Tasks tasks;
    private final TaskEdits edits;
    private final TaskMoves moves;
    private final TaskChanges changes;
    private final Activities activities;
    private final Ranks ranks;
    private final ProjectLock projects;

    TaskUndo(
            Tasks tasks,
            TaskEdits edits,
            TaskMoves moves,
            TaskChanges changes,
            Activities activities,
            Ranks ranks,
            ProjectLock projects) {
        this.tasks = tasks;
        this.edits = edits;
        this.moves = moves;
        this.changes = changes;
        this.activities = activities;
        this.ranks = ranks;
        this.projects = projects;
    }

    /** Sets back what a write changed, as far as nobody changed it since. */
    @Transactional
    public Undone undo(String key, UserId user, Undo body) {
        var seen = tasks.get(key, user);
        seen.role().require(ProjectRole.MEMBER);
        body.check();
        projects.take(seen.projectKey(), user, ProjectRole.MEMBER);
        var task = tasks.get(seen.key(), user);
        var change = find(task, body).orElseThrow(() -> gone(task));
        var rank = ranks.of(task.id()).text();
        var isAsMade = isAsMade(task, rank);
        var left = change.changes().stream()
                .filter(isAsMade.negate())
                .map(FieldChange::field)
                .toList();
        var wanted = change.changes().stream().filter(isAsMade).toList();
        if (wanted.isEmpty()) {
            throw changedSince(task, left);
        }
        return new Undone(
                back(task, user, wanted),
                left.stream().filter(field -> !field.equals(RANK)).toList());
    }

    private Optional<TaskChange> find(Task task, Undo body) {
        if (body.activityId() == null) {
            return Optional.ofNullable(body.version())
                    .flatMap(version -> changes.find(task.id(), version).filter(change -> change.version() == version));
        }
        return activities
                .find(task.id(), body.activityId())
                .flatMap(line -> changes.find(task.id(), line.version()).map(change -> change.of(line.fields())))
                .filter(change -> !change.changes().isEmpty());
    }

    private static Predicate<FieldChange> isAsMade(Task task, String rank) {
        var state = TaskState.of(task);
        return change -> change.field().equals(RANK) ? rank.equals(change.to()) : change.holds(state, task.archived());
    }

    private Task back(Task task, UserId user, List<FieldChange> wanted) {
        var fields = wanted.stream()
                .filter(change ->
                        !change.field().equals(RANK) && !change.field().equals(ARCHIVED))
                .toList();
        var after = fields.isEmpty() ? task : edits.back(task.key(), user, task.version(), TaskPatch.back(fields));
        for (var change : wanted) {
            after = switch (change.field()) {
                case ARCHIVED -> edits.archive(task.key(), user, Boolean.parseBoolean(change.from()));
                case RANK -> moves.back(after, user, new Rank(Objects.requireNonNull(change.from())));
                default -> after;
            };
        }
        return after;
    }

    private static ProblemException gone(Task task) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "not-undoable",
                "That change of " + task.key() + " cannot be undone: it is no change of its fields, or too long ago.");
    }

    private static ProblemException changedSince(Task task, List<String> left) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "changed-since",
                "Nothing was undone: " + task.key() + " was changed since, in " + String.join(", ", left) + ".");
    }
}
