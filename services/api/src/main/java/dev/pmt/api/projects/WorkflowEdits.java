package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.Version;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes the workflows of projects, which share the projects' versions. */
@Repository
class WorkflowEdits {

    private static final String OPEN =
            "DELETE FROM closed_transition WHERE from_status IN (SELECT id FROM status WHERE project_id = :project)";

    private static final String CLOSE = """
            INSERT INTO closed_transition (from_status, to_status)
            SELECT * FROM unnest(string_to_array(:from, ',')::uuid[], string_to_array(:to, ',')::uuid[])
            """;

    private final JdbcClient jdbc;
    private final Projects projects;
    private final ProjectEdits edits;
    private final Workflows workflows;
    private final EventLog log;

    WorkflowEdits(JdbcClient jdbc, Projects projects, ProjectEdits edits, Workflows workflows, EventLog log) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.edits = edits;
        this.workflows = workflows;
        this.log = log;
    }

    /** Sets a workflow as a whole; tasks stay where they are. One that changes nothing leaves the version. */
    @Transactional
    public Project put(String key, UserId user, long version, NewWorkflow body) {
        var current = projects.get(key, user);
        current.role().require(ProjectRole.MAINTAINER);
        var closed = body.check(current);
        Version.check(version, current.version(), "Project " + current.key());
        if (closed.equals(workflows.of(current.id()).closed())) {
            return current;
        }
        edits.advance(current, user, version);
        jdbc.sql(OPEN).param("project", current.id().value()).update();
        var ways = List.copyOf(closed);
        jdbc.sql(CLOSE)
                .param("from", join(ways, Workflow.Way::from))
                .param("to", join(ways, Workflow.Way::to))
                .update();
        var after = projects.get(key, user);
        log.append(ProjectFacts.workflowChanged(after, new Workflow(after.statuses(), closed), user));
        return after;
    }

    private static String join(List<Workflow.Way> ways, Function<Workflow.Way, StatusId> end) {
        return ways.stream().map(end).map(StatusId::toString).collect(Collectors.joining(","));
    }
}
