package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
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
        Change<List<@Nullable String>> labels,
        Change<String> parentKey) {

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
        if (labels.checkNotNull(faults, "labels")) {
            Labels.check(faults, "labels", labelsOver(List.of()));
        }
        faults.refuse();
    }

    /** Returns the labels after the patch. */
    List<String> labelsOver(List<String> current) {
        return labels.present() ? Labels.tidy(NewTask.withoutNulls(labels.value())) : current;
    }
}
