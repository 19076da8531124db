package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch of a task. */
record TaskPatch(
        Change<String> title,
        Change<String> description,
        Change<StatusId> statusId,
        Change<TaskType> type,
        Change<Priority> priority,
        Change<UserId> assigneeId,
        Change<BigDecimal> points,
        Change<String> startDate,
        Change<String> dueDate,
        Change<List<@Nullable String>> labels,
        Change<String> parentKey,
        Change<SprintId> sprintId) {

    /** Makes the patch of fields by which cards stand in lanes. */
    static TaskPatch of(Change<UserId> assigneeId, Change<Priority> priority, Change<String> parentKey) {
        return new TaskPatch(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                priority,
                assigneeId,
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                parentKey,
                Change.absent());
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
        Days.parse(faults, "startDate", startDate.value());
        Days.parse(faults, "dueDate", dueDate.value());
        if (labels.checkNotNull(faults, "labels")) {
            Labels.check(faults, "labels", labelsOver(List.of()));
        }
        faults.refuse();
    }

    /** Returns the first day after the checked patch. */
    @Nullable
    LocalDate startOver(@Nullable LocalDate current) {
        return dayOver(startDate, current);
    }

    /** Returns the last day after the checked patch. */
    @Nullable
    LocalDate dueOver(@Nullable LocalDate current) {
        return dayOver(dueDate, current);
    }

    private static @Nullable LocalDate dayOver(Change<String> change, @Nullable LocalDate current) {
        if (!change.present()) {
            return current;
        }
        return change.value() == null ? null : LocalDate.parse(change.value());
    }

    /** Returns the labels after the patch. */
    List<String> labelsOver(List<String> current) {
        return labels.present() ? Labels.tidy(NewTask.withoutNulls(labels.value())) : current;
    }
}
