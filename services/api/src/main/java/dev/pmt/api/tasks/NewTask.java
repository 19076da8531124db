package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a request that creates a task. */
record NewTask(
        @Nullable String title,
        @Nullable String description,
        @Nullable StatusId statusId,
        @Nullable TaskType type,
        @Nullable Priority priority,
        @Nullable UserId assigneeId,
        @Nullable BigDecimal points,
        @Nullable BigDecimal estimateMinutes,
        @Nullable String startDate,
        @Nullable String dueDate,
        @Nullable List<@Nullable String> labels,
        @Nullable Map<String, @Nullable JsonNode> customFields,
        @Nullable String parentKey,
        @Nullable SprintId sprintId) {

    /** The body once its rules are checked, but for those that need the project. */
    record Checked(
            String title,
            String description,
            @Nullable StatusId statusId,
            TaskType type,
            Priority priority,
            @Nullable UserId assigneeId,
            @Nullable BigDecimal points,
            @Nullable BigDecimal estimateMinutes,
            @Nullable LocalDate startDate,
            @Nullable LocalDate dueDate,
            List<String> labels,
            @Nullable String parentKey,
            @Nullable SprintId sprintId) {}

    Checked check() {
        var faults = new Faults();
        var checked = new Checked(
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(description, ""),
                statusId,
                Objects.requireNonNullElse(type, TaskType.TASK),
                Objects.requireNonNullElse(priority, Priority.MEDIUM),
                assigneeId,
                points,
                estimateMinutes,
                Days.parse(faults, "startDate", startDate),
                Days.parse(faults, "dueDate", dueDate),
                Labels.tidy(withoutNulls(labels)),
                parentKey,
                sprintId);
        TaskChecks.title(faults, checked.title);
        TaskChecks.description(faults, checked.description);
        TaskChecks.points(faults, points);
        TaskChecks.estimate(faults, estimateMinutes);
        Days.checkOrder(faults, "startDate", checked.startDate, "dueDate", checked.dueDate);
        Labels.check(faults, "labels", checked.labels);
        faults.refuse();
        return checked;
    }

    /** Returns a list in which a null entry is blank, so that the rule for blank labels names it. */
    static List<String> withoutNulls(@Nullable List<@Nullable String> labels) {
        return labels == null
                ? List.of()
                : labels.stream().map(label -> label == null ? "" : label).toList();
    }
}
