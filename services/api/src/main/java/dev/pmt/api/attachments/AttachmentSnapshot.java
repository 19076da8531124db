package dev.pmt.api.attachments;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.tasks.TaskId;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners which files are at which tasks. */
@Component
@Order(8)
class AttachmentSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT a.id, p.id AS project_id, p.key || '-' || t.number AS key, t.id AS task_id, t.version,
                   a.name, a.media_type, a.size
              FROM attachment a
              JOIN task t ON t.id = a.task_id
              JOIN project p ON p.id = t.project_id
            """;

    private static final int FETCHED_AT_ONCE = 200;

    private final JdbcClient jdbc;

    AttachmentSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(ALL).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            listener.accept(fact(row));
        });
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var data = new AttachmentFacts.At(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("key"),
                new TaskId(row.getObject("task_id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"));
        return AttachmentFacts.added(new AttachmentId(row.getObject("id", UUID.class)), data, null);
    }
}
