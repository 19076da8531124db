package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Change;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a bulk change does to each of its tasks: a merge patch of the fields that many tasks can share. */
record BulkPatch(
        Change<StatusId> statusId,
        Change<TaskType> type,
        Change<Priority> priority,
        Change<UserId> assigneeId,
        Change<BigDecimal> points,
        Change<BigDecimal> estimateMinutes,
        Change<String> startDate,
        Change<String> dueDate,
        Change<List<@Nullable String>> addLabels,
        Change<List<@Nullable String>> removeLabels,
        Change<Map<String, @Nullable JsonNode>> customFields,
        Change<SprintId> sprintId,
        Change<Boolean> archived) {

    /** Checks the rules that need no project. @throws dev.pmt.shared.web.ProblemException when one is broken (400) */
    void check() {
        var faults = new Faults();
        faults.check(!fields().isEmpty(), "change", "change must name at least one field");
        archived.checkNotNull(faults, "archived");
        checkLabels(faults, "addLabels", addLabels);
        checkLabels(faults, "removeLabels", removeLabels);
        faults.refuse();
        over(List.of()).check();
    }

    private static void checkLabels(Faults faults, String field, Change<List<@Nullable String>> labels) {
        if (labels.checkNotNull(faults, field)) {
            Labels.check(faults, field, tidy(labels));
        }
    }

    /** Returns the patch of a task with these labels. */
    TaskPatch over(List<String> labels) {
        return new TaskPatch(
                Change.absent(),
                Change.absent(),
                statusId,
                type,
                priority,
                assigneeId,
                points,
                estimateMinutes,
                startDate,
                dueDate,
                addLabels.present() || removeLabels.present() ? Change.to(after(labels)) : Change.absent(),
                customFields,
                Change.absent(),
                sprintId);
    }

    private List<@Nullable String> after(List<String> labels) {
        var gone = tidy(removeLabels);
        return new ArrayList<>(Stream.concat(labels.stream(), tidy(addLabels).stream())
                .filter(label -> !gone.contains(label))
                .distinct()
                .toList());
    }

    private static List<String> tidy(Change<List<@Nullable String>> labels) {
        return Labels.tidy(NewTask.withoutNulls(labels.value()));
    }

    /** Returns the fields that it names, as its JSON has them. */
    Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        put(fields, "statusId", statusId);
        put(fields, "type", type);
        put(fields, "priority", priority);
        put(fields, "assigneeId", assigneeId);
        put(fields, "points", points);
        put(fields, "estimateMinutes", estimateMinutes);
        put(fields, "startDate", startDate);
        put(fields, "dueDate", dueDate);
        put(fields, "addLabels", addLabels);
        put(fields, "removeLabels", removeLabels);
        put(fields, "customFields", customFields);
        put(fields, "sprintId", sprintId);
        put(fields, "archived", archived);
        return fields;
    }

    private static void put(Map<String, @Nullable Object> fields, String name, Change<?> change) {
        if (change.present()) {
            fields.put(name, change.value());
        }
    }
}
