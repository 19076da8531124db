package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.WireName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A merge patch of a task. */
record TaskPatch(
        Change<String> title,
        Change<String> description,
        Change<StatusId> statusId,
        Change<TaskType> type,
        Change<Priority> priority,
        Change<UserId> assigneeId,
        Change<BigDecimal> points,
        Change<BigDecimal> estimateMinutes,
        Change<String> startDate,
        Change<String> dueDate,
        Change<List<@Nullable String>> labels,
        Change<Map<String, @Nullable JsonNode>> customFields,
        Change<String> parentKey,
        Change<SprintId> sprintId) {

    /** Makes the patch of fields by which cards stand in lanes. */
    static TaskPatch of(Change<UserId> assigneeId, Change<Priority> priority, Change<String> parentKey) {
        return of(Change.absent(), assigneeId, priority, parentKey);
    }

    /** Makes the patch of who does a task, and how far it is. */
    static TaskPatch of(Change<StatusId> statusId, Change<UserId> assigneeId) {
        return of(statusId, assigneeId, Change.absent(), Change.absent());
    }

    private static TaskPatch of(
            Change<StatusId> statusId, Change<UserId> assigneeId, Change<Priority> priority, Change<String> parentKey) {
        return new TaskPatch(
                Change.absent(),
                Change.absent(),
                statusId,
                Change.absent(),
                priority,
                assigneeId,
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                parentKey,
                Change.absent());
    }

    /** Makes the patch that sets fields back to what they were before changes; only those that people change in a patch. */
    static TaskPatch back(List<FieldChange> changes) {
        var before = new HashMap<String, Change<@Nullable String>>();
        changes.forEach(change -> before.put(change.field(), Change.to(change.from())));
        return new TaskPatch(
                back(before, "title", text -> text),
                back(before, FieldChange.DESCRIPTION, text -> text),
                back(before, FieldChange.STATUS, StatusId::valueOf),
                back(before, "type", text -> WireName.parse(TaskType.class, text)),
                back(before, "priority", text -> WireName.parse(Priority.class, text)),
                back(before, FieldChange.ASSIGNEE, UserId::valueOf),
                back(before, "points", BigDecimal::new),
                back(before, FieldChange.ESTIMATE, BigDecimal::new),
                back(before, FieldChange.START, text -> text),
                back(before, FieldChange.DUE, text -> text),
                before.containsKey("labels") ? Change.to(labelsBefore(before)) : Change.absent(),
                customBefore(changes),
                back(before, FieldChange.PARENT, text -> text),
                back(before, FieldChange.SPRINT, SprintId::valueOf));
    }

    private static <T> Change<T> back(
            Map<String, Change<@Nullable String>> before, String field, Function<String, T> read) {
        var change = before.get(field);
        if (change == null) {
            return Change.absent();
        }
        return Change.to(change.value() == null ? null : read.apply(change.value()));
    }

    private static List<@Nullable String> labelsBefore(Map<String, Change<@Nullable String>> before) {
        var text = Objects.requireNonNull(before.get("labels")).value();
        return new ArrayList<>(text == null ? List.of() : Labels.split(text));
    }

    private static Change<Map<String, @Nullable JsonNode>> customBefore(List<FieldChange> changes) {
        var before = new HashMap<String, @Nullable JsonNode>();
        changes.stream()
                .filter(change -> change.field().startsWith(FieldChange.CUSTOM))
                .forEach(change -> before.put(
                        change.field().substring(FieldChange.CUSTOM.length()),
                        change.from() == null ? null : StringNode.valueOf(change.from())));
        return before.isEmpty() ? Change.absent() : Change.to(before);
    }

    /** Checks the rules that need no project. */
    void check() {
        var faults = new Faults();
        if (title.checkNotNull(faults, "title")) {
            TaskChecks.title(faults, title.overRequired(""));
        }
        if (description.checkNotNull(faults, "description")) {
            TaskChecks.description(faults, description.overRequired(""));
        }
        statusId.checkNotNull(faults, "statusId");
        type.checkNotNull(faults, "type");
        priority.checkNotNull(faults, "priority");
        TaskChecks.points(faults, points.value());
        TaskChecks.estimate(faults, estimateMinutes.value());
        Days.parse(faults, "startDate", startDate.value());
        Days.parse(faults, "dueDate", dueDate.value());
        if (labels.checkNotNull(faults, "labels")) {
            Labels.check(faults, "labels", labelsOver(List.of()));
        }
        customFields.checkNotNull(faults, "customFields");
        faults.refuse();
    }

    /** Returns the estimate after the checked patch. */
    @Nullable
    Integer estimateOver(@Nullable Integer current) {
        return estimateMinutes.present() ? TaskChecks.minutes(estimateMinutes.value()) : current;
    }

    /** Returns the first day after the checked patch. */
    @Nullable
    LocalDate startOver(@Nullable LocalDate current) {
        return Days.over(startDate, current);
    }

    /** Returns the last day after the checked patch. */
    @Nullable
    LocalDate dueOver(@Nullable LocalDate current) {
        return Days.over(dueDate, current);
    }

    /** Returns the labels after the patch. */
    List<String> labelsOver(List<String> current) {
        return labels.present() ? Labels.tidy(NewTask.withoutNulls(labels.value())) : current;
    }
}
