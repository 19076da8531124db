package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task as a row of an imported file describes it; all rules are checked.
 *
 * @param sourceKey its key in the file, by which it is known again
 * @param customFields values by the ids of their fields, in the form of the API; only where there is one
 * @param source what is kept of the row
 */
public record ImportedTask(
        String sourceKey,
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
        Map<String, JsonNode> customFields,
        Source source) {

    /** What stands before the id of a custom field where fields have names. */
    public static final String CUSTOM = FieldChange.CUSTOM;

    /**
     * What is kept of a row beside the task.
     *
     * @param hash of the whole row
     * @param hashes of the texts that fill a task field, by field name
     * @param columns ids of the file's columns
     * @param cells texts that the task cannot give back byte for byte, by column id
     */
    public record Source(String hash, Map<String, String> hashes, List<Integer> columns, Map<Integer, String> cells) {}

    /** Answers whether the row says nothing in a field that a task need not have. */
    boolean leavesOpen(String field) {
        return switch (field) {
            case "assignee" -> assigneeId == null;
            case "points" -> points == null;
            case "estimate" -> estimateMinutes == null;
            case "start" -> startDate == null;
            case "due" -> dueDate == null;
            case "description" -> description.isEmpty();
            case "labels" -> labels.isEmpty();
            default -> field.startsWith(CUSTOM) && !customFields.containsKey(field.substring(CUSTOM.length()));
        };
    }
}
