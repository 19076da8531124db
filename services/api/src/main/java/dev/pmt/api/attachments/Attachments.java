package dev.pmt.api.attachments;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.tasks.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files at tasks; callers have checked that the asking user sees the task. */
@Repository
class Attachments {

    private static final String OF_TASK = """
            SELECT id, name, media_type, size, sha256, added_by, added_at FROM attachment WHERE task_id = :task""";

    private static final String LIST = OF_TASK + " ORDER BY id";

    private static final String FIND = OF_TASK + " AND id = :id";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String COUNT = "SELECT count(*) FROM attachment WHERE task_id = :task";

    private static final String ADD = """
            INSERT INTO attachment (id, task_id, name, media_type, size, sha256, added_by, added_at)
            VALUES (:id, :task, :name, :mediaType, :size, :sha256, :user, :now)
            """;

    private static final String DELETE = "DELETE FROM attachment WHERE id = :id";

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Attachment> list(TaskId task) {
        return jdbc.sql(LIST)
                .param("task", task.value())
                .query(Attachments::row)
                .list();
    }

    Optional<Attachment> find(TaskId task, AttachmentId id) {
        return one(FIND, task, id);
    }

    /** Finds one and locks it until the transaction ends. */
    Optional<Attachment> lock(TaskId task, AttachmentId id) {
        return one(LOCK, task, id);
    }

    int count(TaskId task) {
        return jdbc.sql(COUNT).param("task", task.value()).query(Integer.class).single();
    }

    void add(TaskId task, Attachment added) {
        jdbc.sql(ADD)
                .param("id", added.id().value())
                .param("task", task.value())
                .param("name", added.name())
                .param("mediaType", added.mediaType())
                .param("size", added.size())
                .param("sha256", added.sha256().value())
                .param("user", added.addedById().value())
                .param("now", added.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(AttachmentId id) {
        jdbc.sql(DELETE).param("id", id.value()).update();
    }

    private Optional<Attachment> one(String sql, TaskId task, AttachmentId id) {
        return jdbc.sql(sql)
                .param("task", task.value())
                .param("id", id.value())
                .query(Attachments::row)
                .optional();
    }

    private static Attachment row(ResultSet row, int number) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                new Sha256(row.getString("sha256")),
                new UserId(row.getObject("added_by", UUID.class)),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
