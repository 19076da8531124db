package dev.pmt.api.tasks;

import dev.pmt.api.projects.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to tasks; written by {@link ActivityProjection} alone. */
@Repository
class Activities {

    private static final String ADD = """
            INSERT INTO task_activity (task_id, version, event_id, kind, at, actor_id, changes)
            VALUES (:task, :version, :id, :kind, :at, :actor, :changes::jsonb)
            """;

    private static final String LIST = """
            SELECT event_id, kind, at, actor_id, changes, version
              FROM task_activity
             WHERE task_id = :task AND version < :before
             ORDER BY version DESC
             LIMIT :limit
            """;

    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Activities(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID task, Activity activity) {
        jdbc.sql(ADD)
                .param("task", task)
                .param("version", activity.version())
                .param("id", activity.id())
                .param("kind", activity.kind())
                .param("at", activity.at().atOffset(ZoneOffset.UTC))
                .param("actor", value(activity.actorId()))
                .param("changes", json.writeValueAsString(activity.changes()))
                .update();
    }

    /** Lists a task's activities before a version, latest first. */
    List<Activity> list(TaskId task, long before, int limit) {
        return jdbc.sql(LIST)
                .param("task", task.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    private Activity row(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor_id", UUID.class);
        return new Activity(
                row.getObject("event_id", UUID.class),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor == null ? null : new UserId(actor),
                json.readValue(row.getString("changes"), CHANGES),
                row.getLong("version"));
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
