package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is said about tasks; callers have checked that the asking user sees the task. */
@Repository
class Comments {

    private static final String OF_TASK = """
            SELECT c.id, c.author_id, c.text, c.created_at, c.edited_at,
                   (SELECT coalesce(json_agg(json_build_object('emoji', r.emoji, 'userIds', r.users)
                                             ORDER BY r.began, r.emoji), '[]')
                      FROM (SELECT emoji, json_agg(user_id ORDER BY since, user_id) AS users, min(since) AS began
                              FROM comment_reaction
                             WHERE comment_id = c.id
                             GROUP BY emoji) r),
                   c.version, c.told
              FROM task_comment c
             WHERE c.task_id = :task""";

    private static final String LIST = OF_TASK + " AND c.id > :after ORDER BY c.id LIMIT :limit";

    private static final String FIND = OF_TASK + " AND c.id = :id";

    private static final String LOCK = FIND + " FOR UPDATE OF c";

    private static final String ADD = """
            INSERT INTO task_comment (id, task_id, author_id, text, created_at) VALUES (:id, :task, :author, :text, :now)
            """;

    private static final String EDIT = """
            UPDATE task_comment SET text = :text, edited_at = :now, version = version + 1, told = told + 1 WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM task_comment WHERE id = :id";

    private static final TypeReference<List<Comment.Reaction>> REACTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Comments(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Lists a task's comments from behind a place in their list, oldest first. */
    List<Comment> list(TaskId task, UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("task", task.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    Optional<Comment> find(TaskId task, CommentId id) {
        return one(FIND, task, id);
    }

    /** Finds a comment and locks it until the transaction ends. */
    Optional<Comment> lock(TaskId task, CommentId id) {
        return one(LOCK, task, id);
    }

    void add(CommentId id, TaskId task, UserId author, String text) {
        jdbc.sql(ADD)
                .param("id", id.value())
                .param("task", task.value())
                .param("author", author.value())
                .param("text", text)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void edit(CommentId id, String text) {
        jdbc.sql(EDIT)
                .param("id", id.value())
                .param("text", text)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void delete(CommentId id) {
        jdbc.sql(DELETE).param("id", id.value()).update();
    }

    private Optional<Comment> one(String sql, TaskId task, CommentId id) {
        return jdbc.sql(sql)
                .param("task", task.value())
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    private Comment row(ResultSet row, int number) throws SQLException {
        var columns = new Columns(row);
        return new Comment(
                new CommentId(columns.id()),
                Objects.requireNonNull(columns.user()),
                columns.text(),
                columns.time(),
                columns.timeOrNull(),
                json.readValue(columns.text(), REACTIONS),
                columns.number(),
                columns.number());
    }
}
