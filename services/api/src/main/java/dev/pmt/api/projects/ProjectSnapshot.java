package dev.pmt.api.projects;

import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells late listeners the projects, their workflows, their custom fields and their members as they are, before all that is in them. */
@Component
@Order(1)
class ProjectSnapshot implements EventSnapshot {

    private static final String ALL = """
            SELECT p.id, p.key, p.name, p.description, p.created_at, p.updated_at, p.version, p.revision, 'owner' AS role,
                   (SELECT json_agg(%s ORDER BY s.position) FROM status s WHERE s.project_id = p.id) AS statuses
              FROM project p
             ORDER BY p.id
            """.formatted(Status.JSON);

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final Workflows workflows;
    private final CustomFields fields;
    private final Members members;

    ProjectSnapshot(JdbcClient jdbc, ProjectRows rows, Workflows workflows, CustomFields fields, Members members) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.workflows = workflows;
        this.fields = fields;
        this.members = members;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        jdbc.sql(ALL)
                .query(rows)
                .list()
                .forEach(project -> ProjectFacts.state(
                                project,
                                workflows.of(project.id()),
                                fields.of(project.id()),
                                members.list(project.id(), Instant.EPOCH, NOBODY, Integer.MAX_VALUE))
                        .forEach(listener));
    }
}
