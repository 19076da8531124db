package dev.pmt.api.tasks;

import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.StatusId;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Hands out all tasks of a project, archived ones too, one after another in constant memory. */
@Repository
public class ExportedTasks {

    private static final String ALL = """
            SELECT t.number, t.source_key, t.title, t.description, t.status_id, t.type, t.priority, t.assignee_id,
                   t.points, t.estimate_minutes, t.start_date, t.due_date, t.labels, t.custom,
                   (SELECT coalesce(p.source_key, :key || '-' || p.number) FROM task p WHERE p.id = t.parent_id),
                   (SELECT i.name FROM sprint i WHERE i.id = t.sprint_id),
                   t.archived, t.created_at, t.updated_at, t.source -> 'cells'
              FROM task t
             WHERE t.project_id = :project
             ORDER BY t.rank
            """;

    private static final TypeReference<Map<Integer, String>> CELLS = new TypeReference<>() {};
    private static final int FETCHED_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExportedTasks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Passes each task on in rank order; the driver reads through a cursor, which needs the transaction. */
    @Transactional(readOnly = true)
    public void each(Project project, Consumer<ExportedTask> sink) {
        jdbc.sql(ALL)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("project", project.id().value())
                .param("key", project.key())
                .query(row -> {
                    sink.accept(row(new Columns(row), project));
                });
    }

    private ExportedTask row(Columns columns, Project project) throws SQLException {
        var key = new TaskKey(project.key(), columns.number()).toString();
        return new ExportedTask(
                Objects.requireNonNullElse(columns.textOrNull(), key),
                columns.text(),
                columns.text(),
                new StatusId(columns.id()),
                columns.type(),
                columns.priority(),
                columns.user(),
                columns.points(),
                columns.smallOrNull(),
                columns.day(),
                columns.day(),
                columns.labels(),
                columns.custom().values(),
                columns.textOrNull(),
                columns.textOrNull(),
                columns.flag(),
                columns.time(),
                columns.time(),
                cells(columns.textOrNull()));
    }

    private Map<Integer, String> cells(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, CELLS);
    }
}
