package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task with all that an export needs.
 *
 * @param key the key in the imported file, or else its own
 * @param customFields values by the ids of their fields, as JSON has them
 * @param parentKey the key of its parent, in the same sense
 * @param sprint the name of the sprint that it is in
 * @param cells texts kept from the imported file, by column id
 */
public record ExportedTask(
        String key,
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
        @Nullable String parentKey,
        @Nullable String sprint,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        Map<Integer, String> cells) {}
