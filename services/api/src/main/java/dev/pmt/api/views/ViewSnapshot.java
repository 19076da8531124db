package dev.pmt.api.views;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners the shared views as they are. */
@Component
@Order(6)
class ViewSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT v.id, v.name, v.query, v.columns, v.shared, v.owner_id, v.created_at, v.updated_at, v.version,
                   p.id AS project_id, p.key
              FROM saved_view v JOIN project p ON p.id = v.project_id
             WHERE v.shared
             ORDER BY v.id
            """;

    private final JdbcClient jdbc;

    ViewSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(ALL).query(row -> {
            var view = SavedViews.row(row, 0);
            var project = new ProjectId(row.getObject("project_id", UUID.class));
            var shown = ViewFacts.Shown.of(project, row.getString("key"), view);
            listener.accept(new Fact(ViewFacts.SHARED, view.id().value(), view.version(), null, shown));
        });
    }
}
