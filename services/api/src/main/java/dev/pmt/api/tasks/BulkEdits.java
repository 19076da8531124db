package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;

/** Writes what became of many tasks of a locked project: the tasks, what can be undone, what sprints lost, and the facts. */
@Service
class BulkEdits {

    private final BulkTasks tasks;
    private final TaskChanges changes;
    private final Planning planning;
    private final EventLog log;

    BulkEdits(BulkTasks tasks, TaskChanges changes, Planning planning, EventLog log) {
        this.tasks = tasks;
        this.changes = changes;
        this.planning = planning;
        this.log = log;
    }

    /** Writes outcomes in the caller's transaction; returns what was done to the tasks that are different now. */
    List<TaskChange> write(ProjectId project, UserId user, List<BulkOutcome> outcomes) {
        var facts = new ArrayList<Fact>();
        var made = new ArrayList<TaskChange>();
        var rows = new LinkedHashMap<BulkOutcome, Integer>();
        for (var outcome : outcomes) {
            if (!outcome.changes().isEmpty()) {
                var task = outcome.task();
                var own = facts(project, user, outcome);
                facts.addAll(own);
                rows.put(outcome, own.size());
                made.add(new TaskChange(task.id(), task.version() + own.size(), own.size(), outcome.changes()));
            }
        }
        if (!rows.isEmpty()) {
            tasks.write(rows);
            changes.note(made);
            noteLeft(rows.keySet());
            log.append(facts);
        }
        return made;
    }

    private static List<Fact> facts(ProjectId project, UserId user, BulkOutcome outcome) {
        var task = outcome.task();
        var words = new TaskFacts(task.id(), project, task.key(), task.version(), user);
        var facts = new ArrayList<>(words.changed(outcome.changes().stream()
                .filter(change -> !change.field().equals(FieldChange.ARCHIVED))
                .toList()));
        if (outcome.archived() != task.archived()) {
            facts.add(words.after(facts.size()).archived(outcome.archived()));
        }
        return facts;
    }

    private void noteLeft(Iterable<BulkOutcome> outcomes) {
        var left = new HashMap<SprintId, Amount>();
        for (var outcome : outcomes) {
            var from = outcome.leaves();
            if (from != null) {
                var amount = Planning.leaving(from, outcome.task().state().size());
                left.merge(from.id(), amount, Amount::plus);
            }
        }
        left.forEach(planning::noteLeft);
    }
}
