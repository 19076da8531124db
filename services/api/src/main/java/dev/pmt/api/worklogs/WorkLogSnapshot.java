package dev.pmt.api.worklogs;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.tasks.TaskId;
import dev.pmt.api.worklogs.WorkLogFacts.Logged;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners who worked on which tasks. */
@Component
@Order(9)
class WorkLogSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT w.id, w.version, p.id AS project_id, p.key || '-' || t.number AS key, t.id AS task_id,
                   t.version AS task_version, w.user_id, w.day, w.minutes, w.note
              FROM work_log w
              JOIN task t ON t.id = w.task_id
              JOIN project p ON p.id = t.project_id
            """;

    private static final int FETCHED_AT_ONCE = 200;

    private final JdbcClient jdbc;

    WorkLogSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(ALL).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            listener.accept(fact(row));
        });
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var data = Logged.of(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("key"),
                new TaskId(row.getObject("task_id", UUID.class)),
                row.getLong("task_version"),
                new UserId(row.getObject("user_id", UUID.class)),
                WorkLogs.work(row));
        return WorkLogFacts.added(new WorkLogId(row.getObject("id", UUID.class)), row.getLong("version"), data, null);
    }
}
