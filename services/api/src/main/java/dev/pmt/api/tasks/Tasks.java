package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.StatusId;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single tasks, seen only by the members of their project. */
@Repository
class Tasks {

    private static final String BY_KEY = """
            SELECT id, key, project_key, number, other_key, title, description, status_id, type, priority, assignee_id,
                   reporter_id, points, estimate_minutes, start_date, due_date, labels, custom, parent, children, sprint, archived, created_at, updated_at, version, project_id, role
              FROM visible_task
             WHERE viewer_id = :user AND project_key = :project AND number = :number
            """;

    private static final String BY_SOURCE_KEY = """
            SELECT id, key, project_key, number, other_key, title, description, status_id, type, priority, assignee_id,
                   reporter_id, points, estimate_minutes, start_date, due_date, labels, custom, parent, children, sprint, archived, created_at, updated_at, version, project_id, role
              FROM visible_task
             WHERE viewer_id = :user AND source_key = :source
             ORDER BY created_at, id
             LIMIT 1
            """;

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds a task by its key, or else by its key in an imported file. */
    Optional<Task> find(String key, UserId user) {
        if (key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return TaskKey.parse(key)
                .flatMap(parsed -> jdbc.sql(BY_KEY)
                        .param("user", user.value())
                        .param("project", parsed.project())
                        .param("number", parsed.number())
                        .query(Tasks::row)
                        .optional())
                .or(() -> jdbc.sql(BY_SOURCE_KEY)
                        .param("user", user.value())
                        .param("source", key)
                        .query(Tasks::row)
                        .optional());
    }

    /** Returns a task, or refuses (404). */
    Task get(String key, UserId user) {
        return find(key, user).orElseThrow(() -> missing(key));
    }

    /** Makes the answer for a task that is missing, or that the caller may not know of. */
    static ProblemException missing(String key) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Task " + Excerpt.of(key) + " does not exist, or you are not a member of its project.");
    }

    private static Task row(ResultSet row, int number) throws SQLException {
        var columns = new Columns(row);
        var id = new TaskId(columns.id());
        var key = columns.text();
        var projectKey = columns.text();
        return new Task(
                id,
                key,
                projectKey,
                columns.number(),
                columns.textOrNull(),
                columns.text(),
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
                columns.parent(projectKey),
                columns.children(),
                columns.sprint(),
                columns.flag(),
                columns.time(),
                columns.time(),
                columns.number(),
                new ProjectId(columns.id()),
                ProjectRole.of(columns.text()));
    }
}
