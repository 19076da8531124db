package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Status;
import dev.pmt.api.projects.StatusCategory;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.WireName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How tasks stand to each other; what leads to tasks of projects that the reader is no member of is not there. */
@Repository
class Relations {

    private static final String LIST = """
            SELECT r.id, r.kind, r.from_id = :task, o.id, p.key, o.number, o.title, o.type, s.id, s.name, s.category,
                   s.wip_limit, o.archived
              FROM task_relation r
              JOIN task o ON o.id = CASE WHEN r.from_id = :task THEN r.to_id ELSE r.from_id END
              JOIN project p ON p.id = o.project_id
              JOIN project_member m ON m.project_id = p.id AND m.user_id = :user
              JOIN status s ON s.id = o.status_id
             WHERE :task IN (r.from_id, r.to_id) AND (r.id = :id OR :id::uuid IS NULL)
             ORDER BY r.created_at, r.id
            """;

    private static final String COUNT = "SELECT count(*) FROM task_relation WHERE :task IN (from_id, to_id)";

    private static final String LOCK = "LOCK TABLE task_relation IN SHARE ROW EXCLUSIVE MODE";

    private static final String ADD = """
            INSERT INTO task_relation (id, kind, from_id, to_id, created_at) VALUES (:id, :kind, :from, :to, :now)
            """;

    private static final String REMOVE = "DELETE FROM task_relation WHERE id = :id";

    private static final String NOTE = """
            UPDATE task SET version = version + 1, updated_at = :now WHERE id IN (:one, :other)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Relations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lists a task's relations, oldest first. */
    List<Relation> list(TaskId task, UserId reader) {
        return query(task, reader, null).list();
    }

    /** Finds one of a task's relations. */
    Optional<Relation> find(TaskId task, UserId reader, UUID id) {
        return query(task, reader, id).optional();
    }

    private JdbcClient.MappedQuerySpec<Relation> query(TaskId task, UserId reader, @Nullable UUID id) {
        return jdbc.sql(LIST)
                .param("task", task.value())
                .param("user", reader.value())
                .param("id", id)
                .query(Relations::row);
    }

    /** Counts all of a task's relations, whoever sees them. */
    long count(TaskId task) {
        return jdbc.sql(COUNT).param("task", task.value()).query(Long.class).single();
    }

    /** Lets no one else write relations until the transaction ends; readers go on. */
    void lock() {
        jdbc.sql(LOCK).update();
    }

    /** Relates one task to another; both count it as a change. */
    void add(UUID id, RelationKind kind, TaskId task, TaskId other) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("kind", (kind.isForward() ? kind : kind.inverse()).wireName())
                .param("from", (kind.isForward() ? task : other).value())
                .param("to", (kind.isForward() ? other : task).value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        note(task, other);
    }

    /** Takes a relation away; both tasks count it as a change. */
    void remove(UUID id, TaskId task, TaskId other) {
        jdbc.sql(REMOVE).param("id", id).update();
        note(task, other);
    }

    private void note(TaskId one, TaskId other) {
        jdbc.sql(NOTE)
                .param("one", one.value())
                .param("other", other.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static Relation row(ResultSet row, int number) throws SQLException {
        var columns = new Columns(row);
        var id = columns.id();
        var kind = WireName.parse(RelationKind.class, columns.text());
        var seen = columns.flag() ? kind : kind.inverse();
        var task = new TaskId(columns.id());
        var project = columns.text();
        var key = new TaskKey(project, columns.number()).toString();
        return new Relation(
                id,
                seen,
                new RelatedTask(task, key, project, columns.text(), columns.type(), status(columns), columns.flag()));
    }

    private static Status status(Columns columns) throws SQLException {
        return new Status(
                new StatusId(columns.id()),
                columns.text(),
                WireName.parse(StatusCategory.class, columns.text()),
                columns.smallOrNull());
    }
}
