package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who answers comments with emoji; callers have locked the comment. */
@Repository
class Reactions {

    private static final String ADD = """
            INSERT INTO comment_reaction (comment_id, emoji, user_id, since) VALUES (:comment, :emoji, :user, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String REMOVE =
            "DELETE FROM comment_reaction WHERE comment_id = :comment AND emoji = :emoji AND user_id = :user";

    private static final String NOTE = "UPDATE task_comment SET told = told + 1 WHERE id = :comment";

    private final JdbcClient jdbc;
    private final Clock clock;

    Reactions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Answers whether there was none such until now. */
    boolean add(CommentId comment, UserId user, Emoji emoji) {
        return noted(comment, with(ADD, comment, user, emoji).param("now", OffsetDateTime.now(clock)));
    }

    /** Answers whether there was one until now. */
    boolean remove(CommentId comment, UserId user, Emoji emoji) {
        return noted(comment, with(REMOVE, comment, user, emoji));
    }

    private JdbcClient.StatementSpec with(String sql, CommentId comment, UserId user, Emoji emoji) {
        return jdbc.sql(sql)
                .param("comment", comment.value())
                .param("emoji", emoji.value())
                .param("user", user.value());
    }

    private boolean noted(CommentId comment, JdbcClient.StatementSpec statement) {
        var isChange = statement.update() > 0;
        if (isChange) {
            jdbc.sql(NOTE).param("comment", comment.value()).update();
        }
        return isChange;
    }
}
