package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.StatusId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list: everything but its description.
 *
 * @param blocked whether an unfinished task of its project blocks it
 * @param match where it holds the words of a query, null when none were asked for
 */
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
        @Nullable Integer estimateMinutes,
        @Nullable LocalDate startDate,
        @Nullable LocalDate dueDate,
        List<String> labels,
        CustomValues customFields,
        @Nullable ParentTask parent,
        boolean blocked,
        @Nullable TaskSprint sprint,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version,
        @Nullable TaskMatch match) {

    /** The columns of a task {@code t} that {@link #read} reads, in their order. */
    static final String COLUMNS = """
            t.id, t.number, t.source_key, t.title, t.status_id, t.type, t.priority, t.assignee_id, t.reporter_id,
            t.points, t.estimate_minutes, t.start_date, t.due_date, t.labels, t.custom, %s, %s, %s, t.archived, t.created_at, t.updated_at,
            t.version
            """.formatted(ParentTask.COLUMN, RelatedTask.BLOCKED, TaskSprint.COLUMN);

    /** Reads id, number, source key and the fields up to the version, in this order. */
    static TaskItem read(Columns columns, String project) throws SQLException {
        var id = new TaskId(columns.id());
        var number = columns.number();
        var key = new TaskKey(project, number).toString();
        var source = columns.textOrNull();
        return new TaskItem(
                id,
                key,
                project,
                number,
                key.equals(source) ? null : source,
                columns.text(),
                new StatusId(columns.id()),
                columns.type(),
                columns.priority(),
                columns.user(),
                columns.user(),
                columns.points(),
                columns.smallOrNull(),
                columns.day(),
                columns.day(),
                columns.labels(),
                columns.custom(),
                columns.parent(project),
                columns.flag(),
                columns.sprint(),
                columns.flag(),
                columns.time(),
                columns.time(),
                columns.number(),
                null);
    }

    TaskItem with(TaskMatch found) {
        return new TaskItem(
                id,
                key,
                projectKey,
                number,
                sourceKey,
                title,
                statusId,
                type,
                priority,
                assigneeId,
                reporterId,
                points,
                estimateMinutes,
                startDate,
                dueDate,
                labels,
                customFields,
                parent,
                blocked,
                sprint,
                archived,
                createdAt,
                updatedAt,
                version,
                found);
    }
}
