package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a task that people change. */
record TaskState(
        String title,
        String description,
        StatusId statusId,
        TaskType type,
        Priority priority,
        @Nullable UserId assigneeId,
        @Nullable BigDecimal points,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        List<String> labels,
        @Nullable ParentTask parent,
        @Nullable TaskSprint sprint) {

    static TaskState of(Task task) {
        return new TaskState(
                task.title(),
                task.description(),
                task.statusId(),
                task.type(),
                task.priority(),
                task.assigneeId(),
                task.points(),
                task.startDate(),
                task.dueDate(),
                task.labels(),
                task.parent(),
                task.sprint());
    }

    static TaskState of(ImportedTask row) {
        return new TaskState(
                row.title(),
                row.description(),
                row.statusId(),
                row.type(),
                row.priority(),
                row.assigneeId(),
                row.points(),
                null,
                null,
                row.labels(),
                null,
                null);
    }

    /** Returns the state after a checked patch, and with the parent and the sprint that it leads to. */
    TaskState with(TaskPatch patch, @Nullable ParentTask wanted, @Nullable TaskSprint planned) {
        return new TaskState(
                patch.title().overRequired(title),
                patch.description().overRequired(description),
                patch.statusId().overRequired(statusId),
                patch.type().overRequired(type),
                patch.priority().overRequired(priority),
                patch.assigneeId().over(assigneeId),
                Points.shortestOrNull(patch.points().over(points)),
                patch.startOver(startDate),
                patch.dueOver(dueDate),
                patch.labelsOver(labels),
                wanted,
                planned);
    }

    /** Returns the state after the named fields were taken from an imported row. */
    TaskState with(ImportedTask row, List<String> fields) {
        return new TaskState(
                fields.contains("title") ? row.title() : title,
                fields.contains("description") ? row.description() : description,
                fields.contains("status") ? row.statusId() : statusId,
                fields.contains("type") ? row.type() : type,
                fields.contains("priority") ? row.priority() : priority,
                fields.contains("assignee") ? row.assigneeId() : assigneeId,
                fields.contains("points") ? Points.shortestOrNull(row.points()) : points,
                startDate,
                dueDate,
                fields.contains("labels") ? row.labels() : labels,
                parent,
                sprint);
    }

    /** Returns what it counts for in its sprint. */
    Amount size() {
        return new Amount(1, points == null ? BigDecimal.ZERO : points);
    }

    /** Returns what differs afterwards, field by field. */
    List<FieldChange> changesTo(TaskState after) {
        var changes = new ArrayList<FieldChange>();
        note(changes, "title", title, after.title);
        if (!description.equals(after.description)) {
            changes.add(new FieldChange(FieldChange.DESCRIPTION, null, after.description));
        }
        note(changes, "type", type.wireName(), after.type.wireName());
        note(changes, "priority", priority.wireName(), after.priority.wireName());
        note(changes, "points", text(points), text(after.points));
        note(changes, FieldChange.START, text(startDate), text(after.startDate));
        note(changes, FieldChange.DUE, text(dueDate), text(after.dueDate));
        note(changes, "labels", text(labels), text(after.labels));
        note(changes, FieldChange.PARENT, ParentTask.keyOf(parent), ParentTask.keyOf(after.parent));
        note(changes, FieldChange.SPRINT, text(TaskSprint.idOf(sprint)), text(TaskSprint.idOf(after.sprint)));
        note(changes, FieldChange.ASSIGNEE, text(assigneeId), text(after.assigneeId));
        note(changes, FieldChange.STATUS, text(statusId.value()), text(after.statusId.value()));
        return changes;
    }

    private static void note(List<FieldChange> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static @Nullable String text(List<String> labels) {
        return labels.isEmpty() ? null : Labels.join(labels);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
