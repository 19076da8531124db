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

/** Tells late listeners who watches which task. */
@Component
@Order(5)
class WatcherSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT t.id, t.version, t.project_id, p.key, t.number, w.user_id
              FROM task_watcher w
              JOIN task t ON t.id = w.task_id
              JOIN project p ON p.id = t.project_id
            """;

    private static final int FETCHED_AT_ONCE = 200;

    private final JdbcClient jdbc;

    WatcherSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(ALL).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            listener.accept(fact(new Columns(row)));
        });
    }

    private static Fact fact(Columns row) throws SQLException {
        var task = row.id();
        var version = row.number();
        var project = new ProjectId(row.id());
        var key = new TaskKey(row.text(), row.number()).toString();
        var data = new TaskFacts.Watching(project, key, new UserId(row.id()));
        return new Fact(TaskFacts.WATCHED, task, version, null, data);
    }
}
