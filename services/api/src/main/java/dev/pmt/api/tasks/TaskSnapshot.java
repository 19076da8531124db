package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners the tasks as they are, archived ones too, in constant memory. */
@Component
@Order(3)
class TaskSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT t.id, t.version, t.archived, t.project_id, p.key, t.number, t.title, t.description, t.status_id, t.type,
                   t.priority, t.assignee_id, t.reporter_id, t.points, t.estimate_minutes, t.start_date, t.due_date, t.labels, t.custom,
                   (SELECT p.key || '-' || a.number FROM task a WHERE a.id = t.parent_id), t.sprint_id, t.rank,
                   nullif(t.source_key, p.key || '-' || t.number), t.source IS NOT NULL
              FROM task t
              JOIN project p ON p.id = t.project_id
            """;

    private static final int FETCHED_AT_ONCE = 200;

    private final JdbcClient jdbc;

    TaskSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(ALL).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            tell(new Columns(row), listener);
        });
    }

    private static void tell(Columns row, Consumer<Fact> listener) throws SQLException {
        var id = row.id();
        var version = row.number();
        var archived = row.flag();
        var project = new ProjectId(row.id());
        var projectKey = row.text();
        var number = row.number();
        var key = new TaskKey(projectKey, number).toString();
        listener.accept(state(
                TaskFacts.CREATED,
                id,
                version,
                new TaskFacts.Created(
                        project,
                        key,
                        number,
                        row.text(),
                        row.text(),
                        new StatusId(row.id()),
                        row.type(),
                        row.priority(),
                        row.user(),
                        row.user(),
                        row.points(),
                        row.smallOrNull(),
                        row.day(),
                        row.day(),
                        row.labels(),
                        row.custom().told(),
                        row.textOrNull(),
                        row.sprintId(),
                        row.text(),
                        row.textOrNull(),
                        row.flag())));
        if (archived) {
            listener.accept(state(TaskFacts.ARCHIVED, id, version, new TaskFacts.Bare(project, key)));
        }
    }

    private static Fact state(String type, UUID task, long version, Object data) {
        return new Fact(type, task, version, null, data);
    }
}
