package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as a board shows it.
 *
 * @param customFields left out of the JSON where there are none
 * @param blocked whether an unfinished task of its project blocks it
 */
record Card(
        String key,
        String title,
        StatusId statusId,
        TaskType type,
        Priority priority,
        @Nullable UserId assigneeId,
        @Nullable BigDecimal points,
        @Nullable LocalDate dueDate,
        List<String> labels,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) CustomValues customFields,
        @Nullable ParentTask parent,
        boolean blocked,
        @Nullable TaskSprint sprint,
        String rank,
        long version) {}
