package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Takes over tasks from an imported file. A row that is known and unchanged is left alone, so local edits stay; of a
 * changed row only the fields whose text changed in the file are taken over.
 */
@Service
public class ImportedTasks {

    /** How many rows led to what. */
    public record Tally(int created, int updated, int unchanged) {}

    /**
     * Where to and for whom.
     *
     * @param numberFloor highest number that a row of the file keeps; new numbers are above it
     * @param customFields those of the project by which the rows were read
     */
    public record Target(Project project, UserId reporter, long numberFloor, List<CustomField> customFields) {}

    private record Sorted(List<ImportedTask> fresh, List<TaskRow.Update> changed, int unchanged) {
        Tally tally() {
            return new Tally(fresh.size(), changed.size(), unchanged);
        }
    }

    private final TaskRows rows;
    private final ProjectLock projects;
    private final CustomFields fields;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final EventLog log;

    ImportedTasks(
            TaskRows rows, ProjectLock projects, CustomFields fields, Supplier<UUID> ids, Clock clock, EventLog log) {
        this.rows = rows;
        this.projects = projects;
        this.fields = fields;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    /** Tells what {@link #write} would do, without doing it. */
    public Tally compare(Target target, List<ImportedTask> tasks) {
        return sort(target.project().id(), tasks).tally();
    }

    /**
     * Writes tasks with different source keys, in the caller's transaction; locks the project until its end.
     *
     * @throws IllegalStateException when the project has other custom fields than those by which the rows were read
     */
    public Tally write(Target target, List<ImportedTask> tasks) {
        var project = target.project().id();
        var before = projects.takeCounters(project);
        if (!fields.of(project).equals(target.customFields())) {
            throw new IllegalStateException("custom fields must stay as they are while rows are written: "
                    + target.project().key());
        }
        var sorted = sort(project, tasks);
        var counters = insert(target, sorted.fresh, before);
        update(target, sorted.changed);
        if (!sorted.fresh.isEmpty() || !sorted.changed.isEmpty()) {
            projects.advance(project, counters);
        }
        return sorted.tally();
    }

    /** Tells the planner of many new tasks; before autovacuum does, it would sort whole projects for one page. */
    public void refreshStatistics() {
        rows.analyze();
    }

    private Sorted sort(ProjectId project, List<ImportedTask> tasks) {
        var known =
                rows.known(project, tasks.stream().map(ImportedTask::sourceKey).toList());
        var fresh = new ArrayList<ImportedTask>();
        var changed = new ArrayList<TaskRow.Update>();
        for (var task : tasks) {
            var row = known.get(task.sourceKey());
            if (row == null) {
                fresh.add(task);
            } else if (!row.hash().equals(task.source().hash())) {
                changed.add(new TaskRow.Update(row.id(), task, changedFields(row.hashes(), task)));
            }
        }
        return new Sorted(fresh, changed, tasks.size() - fresh.size() - changed.size());
    }

    /** Names what the file changed; a column that fills a field for the first time, but not in this row, empties nothing. */
    private static List<String> changedFields(Map<String, String> before, ImportedTask task) {
        return task.source().hashes().entrySet().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .map(Map.Entry::getKey)
                .filter(field -> before.containsKey(field) || !task.leavesOpen(field))
                .toList();
    }

    private ProjectLock.Counters insert(Target target, List<ImportedTask> fresh, ProjectLock.Counters before) {
        var key = target.project().key();
        var taken = new HashSet<>(rows.taken(target.project().id(), ownNumbers(key, fresh)));
        var counter = Math.max(before.counter(), target.numberFloor());
        var rankTop = before.rankTop();
        var inserts = new ArrayList<TaskRow.Insert>();
        for (var task : fresh) {
            var own = TaskKey.parse(task.sourceKey())
                    .filter(parsed -> parsed.project().equals(key) && !taken.contains(parsed.number()));
            var number = own.isPresent() ? own.get().number() : ++counter;
            inserts.add(new TaskRow.Insert(new TaskId(ids.get()), number, Rank.whole(++rankTop), task));
        }
        rows.insert(target.project().id(), target.reporter(), inserts, clock.instant());
        log.append(inserts.stream().map(insert -> created(target, insert)).toList());
        return new ProjectLock.Counters(counter, rankTop);
    }

    private void update(Target target, List<TaskRow.Update> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var current = rows.current(changed.stream().map(TaskRow.Update::id).toList());
        var facts = new ArrayList<Fact>();
        var updates = new ArrayList<TaskRow.CountedUpdate>();
        for (var wanted : changed) {
            var before = Objects.requireNonNull(current.get(wanted.id()));
            var update = fitting(before, wanted);
            var after = before.state().with(update.task(), update.changed());
            var made = facts(target, update.id(), before.number(), before.version())
                    .changed(before.state().changesTo(after));
            updates.add(new TaskRow.CountedUpdate(update, after.custom(), made.size()));
            facts.addAll(made);
        }
        rows.update(updates, clock.instant());
        log.append(facts);
    }

    /**
     * Leaves a type alone that would tear a task from its parent, the tasks below it or its sprint, and a date that would
     * have it due before it begins: the file has other dates than people gave it here.
     */
    private static TaskRow.Update fitting(TaskRow.Current before, TaskRow.Update update) {
        var type = update.task().type();
        var fits = !before.inTree() || type.replaces(before.state().type());
        var after = before.state().with(update.task(), update.changed());
        var rest = new ArrayList<>(update.changed());
        if (!fits || (before.inSprint() && type == TaskType.EPIC)) {
            rest.remove("type");
        }
        if (after.startDate() != null
                && after.dueDate() != null
                && after.dueDate().isBefore(after.startDate())) {
            rest.removeAll(List.of("start", "due"));
        }
        return new TaskRow.Update(update.id(), update.task(), rest);
    }

    private static Fact created(Target target, TaskRow.Insert insert) {
        var task = insert.task();
        var key = new TaskKey(target.project().key(), insert.number()).toString();
        var sourceKey = task.sourceKey().equals(key) ? null : task.sourceKey();
        return facts(target, insert.id(), insert.number(), 0)
                .created(TaskState.of(task), insert.number(), insert.rank(), sourceKey, true);
    }

    private static TaskFacts facts(Target target, TaskId task, long number, long version) {
        var key = new TaskKey(target.project().key(), number).toString();
        return new TaskFacts(task, target.project().id(), key, version, target.reporter());
    }

    private static List<Long> ownNumbers(String projectKey, List<ImportedTask> tasks) {
        return tasks.stream()
                .flatMap(task -> TaskKey.parse(task.sourceKey()).stream())
                .filter(parsed -> parsed.project().equals(projectKey))
                .map(TaskKey::number)
                .toList();
    }
}
