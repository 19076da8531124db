package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.StatusId;
import dev.pmt.shared.web.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as a member of its project sees it.
 *
 * @param sourceKey key in the imported file when it differs from {@code key}
 * @param description Markdown
 * @param estimateMinutes how much work it is thought to be
 * @param parent the task that it belongs to
 * @param sprint the sprint that it is in; null for the backlog
 * @param projectId its project; not part of the JSON
 * @param role the role of the member who asked; not part of the JSON
 */
record Task(
        TaskId id,
        String key,
        String projectKey,
        long number,
        @Nullable String sourceKey,
        String title,
        String description,
        StatusId statusId,
        TaskType type,
        Priority priority,
        @Nullable UserId assigneeId,
        @Nullable UserId reporterId,
        @Nullable BigDecimal points,
        @Nullable Integer estimateMinutes,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        List<String> labels,
        CustomValues customFields,
        @Nullable ParentTask parent,
        Children children,
        @Nullable TaskSprint sprint,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @JsonIgnore ProjectId projectId,
        @JsonIgnore ProjectRole role) {

    /** Returns its {@code ETag}: what it shows of other tasks changes without its version. */
    String tag() {
        if (parent == null && sprint == null && children.equals(Children.NONE)) {
            return Version.tag(version);
        }
        var shown = Objects.hash(
                parent == null ? "" : parent.title(),
                parent == null ? "" : parent.type().wireName(),
                children.done(),
                children.total(),
                Objects.toString(sprint, ""));
        return Version.tag(version, Integer.toUnsignedString(shown, 36));
    }
}
