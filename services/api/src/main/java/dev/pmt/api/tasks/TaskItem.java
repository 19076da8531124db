package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task in a list: everything but its description. */
record TaskItem(
        TaskId id,
        String key,
        String projectKey,
        long number,
        @Nullable String sourceKey,
        String title,
        StatusId statusId,
        TaskType type,
        Priority priority,
        @Nullable UserId assigneeId,
        @Nullable UserId reporterId,
        @Nullable BigDecimal points,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        List<String> labels,
        @Nullable ParentTask parent,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
