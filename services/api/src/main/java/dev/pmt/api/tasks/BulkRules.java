package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.Workflow;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a bulk change does to each task: the rules of a single edit, with what they need to know of the project read
 * once for all tasks.
 *
 * @param assignable who may be given a task
 * @param sprints all sprints of the project, as a task that goes there now will show them
 */
record BulkRules(
        String projectKey,
        Workflow workflow,
        Set<UserId> assignable,
        List<CustomField> customFields,
        Map<SprintId, TaskSprint> sprints) {

    /** Refuses a change that no task of the project could take (400). */
    void check(BulkPatch change) {
        var faults = new Faults();
        checkStatus(faults, change.over(List.of()));
        var assignee = change.assigneeId().value();
        TaskChecks.assignee(faults, assignee == null || assignable.contains(assignee), projectKey, assignee);
        customAfter(faults, CustomValues.NONE, change.over(List.of()));
        checkOpen(faults, change.sprintId().value());
        faults.refuse();
    }

    /** Returns what a change does to a task. */
    BulkOutcome outcome(BulkTask task, BulkPatch change) {
        var patch = change.over(task.state().labels());
        var status = patch.statusId().overRequired(task.state().statusId());
        return workflow.refusal(task.state().statusId(), status)
                .map(reason -> BulkOutcome.left(task, reason))
                .orElseGet(() -> outcome(task, patch, change.archived().over(task.archived()), null));
    }

    /** Returns what setting back a change does to a task, which no workflow holds; what was changed again since is left. */
    BulkOutcome outcome(BulkTask task, TaskChange made) {
        var back = new ArrayList<FieldChange>();
        var left = new ArrayList<String>();
        for (var change : made.changes()) {
            if (change.holds(task.state(), task.archived())) {
                back.add(change);
            } else {
                left.add(change.field());
            }
        }
        var archived = back.stream()
                .filter(change -> change.field().equals(FieldChange.ARCHIVED))
                .findFirst()
                .map(change -> Boolean.valueOf(change.from()))
                .orElse(task.archived());
        var reason = left.isEmpty() ? null : "changed since: " + String.join(", ", left);
        return outcome(task, TaskPatch.back(back), archived, reason);
    }

    private BulkOutcome outcome(BulkTask task, TaskPatch patch, @Nullable Boolean archived, @Nullable String reason) {
        var before = task.state();
        var faults = new Faults();
        checkStatus(faults, patch);
        var assignee = patch.assigneeId().over(before.assigneeId());
        var isAssignable = assignee == null || assignee.equals(before.assigneeId()) || assignable.contains(assignee);
        TaskChecks.assignee(faults, isAssignable, projectKey, assignee);
        Days.checkOrder(
                faults, "startDate", patch.startOver(before.startDate()), "dueDate", patch.dueOver(before.dueDate()));
        if (patch.labels().present()) {
            Labels.check(faults, "labels", patch.labelsOver(before.labels()));
        }
        var values = customAfter(faults, before.custom(), patch);
        var type = patch.type().overRequired(before.type());
        checkType(faults, task, type);
        var sprint = sprint(faults, task, patch, type);
        if (!faults.list().isEmpty()) {
            var broken = faults.list().stream().map(Faults.Fault::message);
            return BulkOutcome.left(
                    task, Stream.concat(Stream.ofNullable(reason), broken).collect(Collectors.joining("; ")));
        }
        var after = before.with(patch, values, before.parent(), sprint);
        var isArchived = archived == null ? task.archived() : archived;
        var changes = new ArrayList<>(before.changesTo(after));
        if (isArchived != task.archived()) {
            changes.add(FieldChange.archived(isArchived));
        }
        return new BulkOutcome(task, after, isArchived, changes, reason);
    }

    private void checkStatus(Faults faults, TaskPatch patch) {
        var status = patch.statusId().value();
        TaskChecks.status(faults, status == null || workflow.has(status), projectKey, status);
    }

    private CustomValues customAfter(Faults faults, CustomValues before, TaskPatch patch) {
        var wanted = patch.customFields().value();
        return wanted == null
                ? before
                : new CustomRules(customFields, user -> assignable.contains(new UserId(user)))
                        .after(faults, before, wanted);
    }

    private @Nullable TaskSprint checkOpen(Faults faults, @Nullable SprintId id) {
        var sprint = id == null ? null : sprints.get(id);
        TaskSprints.checkOpen(faults, id, sprint, projectKey);
        return sprint;
    }

    private void checkType(Faults faults, BulkTask task, TaskType type) {
        if (type != task.state().type()) {
            TaskTree.checkChildren(
                    faults, task.key(), type, task.children().stream().allMatch(child -> child.fitsUnder(type)));
            TaskTree.checkParent(faults, task.state().parent(), type);
        }
    }

    private @Nullable TaskSprint sprint(Faults faults, BulkTask task, TaskPatch patch, TaskType type) {
        var from = task.state().sprint();
        var wanted = patch.sprintId().over(TaskSprint.idOf(from));
        if (Objects.equals(wanted, TaskSprint.idOf(from))) {
            TaskSprints.checkStays(faults, from, type);
            return from;
        }
        var to = checkOpen(faults, wanted);
        TaskSprints.checkNoEpic(faults, wanted, type);
        TaskSprints.checkKept(faults, "sprintId", task.key(), from, task.done(), to);
        return to;
    }
}
