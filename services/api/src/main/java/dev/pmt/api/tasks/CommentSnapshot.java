package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners what is said about tasks, then who answered it with which emoji. */
@Component
@Order(7)
class CommentSnapshot implements EventSnapshot {

    private static final String COMMENTS = """
            SELECT c.id, c.told, p.id, p.key, t.number, t.id, c.author_id, c.text
              FROM task_comment c
              JOIN task t ON t.id = c.task_id
              JOIN project p ON p.id = t.project_id
            """;

    private static final String REACTIONS = """
            SELECT c.id, c.told, p.id, p.key, t.number, t.id, r.user_id, r.emoji
              FROM comment_reaction r
              JOIN task_comment c ON c.id = r.comment_id
              JOIN task t ON t.id = c.task_id
              JOIN project p ON p.id = t.project_id
            """;

    private static final int FETCHED_AT_ONCE = 200;

    private final JdbcClient jdbc;

    CommentSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(COMMENTS).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            var columns = new Columns(row);
            var facts = facts(columns);
            listener.accept(facts.added(new UserId(columns.id()), columns.text()));
        });
        jdbc.sql(REACTIONS).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            var columns = new Columns(row);
            var facts = facts(columns);
            listener.accept(facts.reacted(new UserId(columns.id()), new Emoji(columns.text())));
        });
    }

    private static CommentFacts facts(Columns row) throws SQLException {
        return new CommentFacts(
                new CommentId(row.id()),
                row.number(),
                new ProjectId(row.id()),
                new TaskKey(row.text(), row.number()).toString(),
                new TaskId(row.id()),
                null);
    }
}
