package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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
        @Nullable Integer estimateMinutes,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        List<String> labels,
        CustomValues custom,
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
                task.estimateMinutes(),
                task.startDate(),
                task.dueDate(),
                task.labels(),
                task.customFields(),
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
                row.estimateMinutes(),
                row.startDate(),
                row.dueDate(),
                row.labels(),
                new CustomValues(new TreeMap<>(row.customFields())),
                null,
                null);
    }

    /** Returns the state after a checked patch, and with the values, the parent and the sprint that it leads to. */
    TaskState with(TaskPatch patch, CustomValues values, @Nullable ParentTask wanted, @Nullable TaskSprint planned) {
        return new TaskState(
                patch.title().overRequired(title),
                patch.description().overRequired(description),
                patch.statusId().overRequired(statusId),
                patch.type().overRequired(type),
                patch.priority().overRequired(priority),
                patch.assigneeId().over(assigneeId),
                Points.shortestOrNull(patch.points().over(points)),
                patch.estimateOver(estimateMinutes),
                patch.startOver(startDate),
                patch.dueOver(dueDate),
                patch.labelsOver(labels),
                values,
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
                fields.contains("estimate") ? row.estimateMinutes() : estimateMinutes,
                fields.contains("start") ? row.startDate() : startDate,
                fields.contains("due") ? row.dueDate() : dueDate,
                fields.contains("labels") ? row.labels() : labels,
                custom.with(row, fields),
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
        note(changes, FieldChange.ESTIMATE, text(estimateMinutes), text(after.estimateMinutes));
        note(changes, FieldChange.START, text(startDate), text(after.startDate));
        note(changes, FieldChange.DUE, text(dueDate), text(after.dueDate));
        note(changes, "labels", text(labels), text(after.labels));
        changes.addAll(custom.changesTo(after.custom));
        note(changes, FieldChange.PARENT, ParentTask.keyOf(parent), ParentTask.keyOf(after.parent));
        note(changes, FieldChange.SPRINT, text(TaskSprint.idOf(sprint)), text(TaskSprint.idOf(after.sprint)));
        note(changes, FieldChange.ASSIGNEE, text(assigneeId), text(after.assigneeId));
        note(changes, FieldChange.STATUS, text(statusId.value()), text(after.statusId.value()));
        return changes;
    }

    /** Returns what it has in a field, as {@link FieldChange} tells it; null for none. */
    @Nullable
    String text(String field) {
        return switch (field) {
            case "title" -> title;
            case FieldChange.DESCRIPTION -> description;
            case "type" -> type.wireName();
            case "priority" -> priority.wireName();
            case "points" -> text(points);
            case FieldChange.ESTIMATE -> text(estimateMinutes);
            case FieldChange.START -> text(startDate);
            case FieldChange.DUE -> text(dueDate);
            case "labels" -> text(labels);
            case FieldChange.PARENT -> ParentTask.keyOf(parent);
            case FieldChange.SPRINT -> text(TaskSprint.idOf(sprint));
            case FieldChange.ASSIGNEE -> text(assigneeId);
            case FieldChange.STATUS -> text(statusId.value());
            default -> {
                if (!field.startsWith(FieldChange.CUSTOM)) {
                    throw new IllegalArgumentException("field must be one that people change: " + field);
                }
                yield custom.text(field.substring(FieldChange.CUSTOM.length()));
            }
        };
    }

    /** Returns what differs afterwards with the values of before in full, the description's too. */
    List<FieldChange> undoableTo(TaskState after) {
        return changesTo(after).stream()
                .map(change -> new FieldChange(change.field(), text(change.field()), change.to()))
                .toList();
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
