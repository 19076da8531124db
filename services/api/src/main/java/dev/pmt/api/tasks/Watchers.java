package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who watches which task; callers have checked that the asking user sees it. The database lets only members watch, and
 * forgets that somebody did when they leave the project.
 */
@Repository
class Watchers {

    private static final String LIST = """
            SELECT user_id, since
              FROM task_watcher
             WHERE task_id = :task AND (since, user_id) > (:since, :after)
             ORDER BY since, user_id
             LIMIT :limit
            """;

    private static final String FIND =
            "SELECT user_id, since FROM task_watcher WHERE task_id = :task AND user_id = :user";

    private static final String WANTING = """
            SELECT m.user_id
              FROM project_member m
              LEFT JOIN profile f ON f.user_id = m.user_id
             WHERE m.project_id = :project AND m.user_id = ANY (string_to_array(:users, ',')::uuid[])
               AND f.active IS NOT FALSE
               AND NOT EXISTS (SELECT FROM task_watcher w WHERE w.task_id = :task AND w.user_id = m.user_id)
             ORDER BY array_position(string_to_array(:users, ',')::uuid[], m.user_id)
            """;

    private static final String ADD = """
            INSERT INTO task_watcher (task_id, user_id, project_id, since)
            SELECT :task, u, :project, :now FROM unnest(string_to_array(:users, ',')::uuid[]) u
            """;

    private static final String REMOVE = "DELETE FROM task_watcher WHERE task_id = :task AND user_id = :user";

    // What others read of the task is what it was, so the time of its last change stays.
    private static final String NOTE = "UPDATE task SET version = version + :facts WHERE id = :task";

    private final JdbcClient jdbc;
    private final Clock clock;

    Watchers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lists a task's watchers from behind a place in their list, the longest-watching first. */
    List<Watcher> list(TaskId task, Instant since, UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("task", task.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query(Watchers::row)
                .list();
    }

    Optional<Watcher> find(TaskId task, UserId user) {
        return jdbc.sql(FIND)
                .param("task", task.value())
                .param("user", user.value())
                .query(Watchers::row)
                .optional();
    }

    /** Returns who of some people could begin to watch: the active members who do not yet. */
    List<UserId> wanting(Task task, Collection<UserId> users) {
        return jdbc.sql(WANTING)
                .param("task", task.id().value())
                .param("project", task.projectId().value())
                .param("users", join(users))
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    void add(Task task, Collection<UserId> users) {
        jdbc.sql(ADD)
                .param("task", task.id().value())
                .param("users", join(users))
                .param("project", task.projectId().value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        note(task, users.size());
    }

    /** Answers whether somebody watched it until now. */
    boolean remove(Task task, UserId user) {
        var removed = jdbc.sql(REMOVE)
                .param("task", task.id().value())
                .param("user", user.value())
                .update();
        if (removed > 0) {
            note(task, 1);
        }
        return removed > 0;
    }

    private void note(Task task, int facts) {
        jdbc.sql(NOTE).param("task", task.id().value()).param("facts", facts).update();
    }

    private static String join(Collection<UserId> users) {
        return users.stream().map(UserId::toString).collect(Collectors.joining(","));
    }

    private static Watcher row(ResultSet row, int number) throws SQLException {
        return new Watcher(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
