package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as a row of an imported file describes it; all rules are checked.
 *
 * @param sourceKey its key in the file, by which it is known again
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
        List<String> labels,
        Source source) {

    /**
     * What is kept of a row beside the task.
     *
     * @param hash of the whole row
     * @param hashes of the texts that fill a task field, by field name
     * @param columns ids of the file's columns
     * @param cells texts that the task cannot give back byte for byte, by column id
     */
    public record Source(String hash, Map<String, String> hashes, List<Integer> columns, Map<Integer, String> cells) {}
}
