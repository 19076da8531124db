package dev.pmt.api.projects;

import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The workflows of projects, which are read and held to under the lock of the write that changes a status. */
@Repository
public class Workflows {

    private static final String OF = """
            SELECT s.id, s.name, s.category, s.wip_limit,
                   ARRAY(SELECT c.to_status FROM closed_transition c WHERE c.from_status = s.id) AS closed
              FROM status s
             WHERE s.project_id = :project
             ORDER BY s.position
            """;

    private static final String IS_CLOSED =
            "SELECT EXISTS (SELECT FROM closed_transition WHERE from_status = :from AND to_status = :to)";

    private final JdbcClient jdbc;

    Workflows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the workflow of a project. */
    public Workflow of(ProjectId project) {
        var statuses = new ArrayList<Status>();
        var closed = new HashSet<Workflow.Way>();
        jdbc.sql(OF)
                .param("project", project.value())
                .query((row, number) -> {
                    var status = status(row);
                    closed(row).forEach(to -> closed.add(new Workflow.Way(status.id(), new StatusId(to))));
                    return statuses.add(status);
                })
                .list();
        return new Workflow(statuses, closed);
    }

    /** Answers whether a task may go from one status to another. */
    public boolean allows(StatusId from, StatusId to) {
        return from.equals(to)
                || !jdbc.sql(IS_CLOSED)
                        .param("from", from.value())
                        .param("to", to.value())
                        .query(Boolean.class)
                        .single();
    }

    /** Refuses to take a task of a locked project where its workflow does not lead (409). */
    public void check(ProjectId project, String task, StatusId from, StatusId to) {
        if (allows(from, to)) {
            return;
        }
        var workflow = of(project);
        throw new ProblemException(
                HttpStatus.CONFLICT,
                "transition-not-allowed",
                task + " stays as it is: " + workflow.refusal(from, to).orElseThrow() + ".",
                Map.of("task", task, "from", from, "to", to, "allowed", workflow.next(from)));
    }

    private static Status status(ResultSet row) throws SQLException {
        return new Status(
                new StatusId(row.getObject("id", UUID.class)),
                row.getString("name"),
                WireName.parse(StatusCategory.class, row.getString("category")),
                row.getObject("wip_limit", Integer.class));
    }

    private static List<UUID> closed(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("closed").getArray());
    }
}
