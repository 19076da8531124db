package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners how tasks stand to each other, for each of both tasks. */
@Component
@Order(4)
class RelationSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT r.id, r.kind, f.id, f.version, f.project_id, fp.key, f.number, t.id, t.version, t.project_id, tp.key, t.number
              FROM task_relation r
              JOIN task f ON f.id = r.from_id
              JOIN project fp ON fp.id = f.project_id
              JOIN task t ON t.id = r.to_id
              JOIN project tp ON tp.id = t.project_id
            """;

    private static final int FETCHED_AT_ONCE = 200;

    /** One end of a relation. */
    private record End(UUID task, long version, ProjectId project, String key) {

        static End read(Columns row) throws SQLException {
            return new End(
                    row.id(), row.number(), new ProjectId(row.id()), new TaskKey(row.text(), row.number()).toString());
        }

        Fact related(UUID id, RelationKind kind, End other) {
            var data = new TaskFacts.Related(project, key, id, kind, new TaskId(other.task), other.project);
            return new Fact(TaskFacts.RELATED, task, version, null, data);
        }
    }

    private final JdbcClient jdbc;

    RelationSnapshot(JdbcClient jdbc) {
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
        var kind = WireName.parse(RelationKind.class, row.text());
        var from = End.read(row);
        var to = End.read(row);
        listener.accept(from.related(id, kind, to));
        listener.accept(to.related(id, kind.inverse(), from));
    }
}
