package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.Version;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes the columns of a project's board; they share the project's version. */
@Repository
class StatusEdits {

    private static final String TOUCH = """
            UPDATE project SET updated_at = :now, version = version + 1, revision = revision + 1
             WHERE id = :id AND version = :version
            """;

    private static final String UPDATE =
            "UPDATE status SET wip_limit = :limit WHERE id = :id AND project_id = :project";

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Clock clock;
    private final EventLog log;

    StatusEdits(JdbcClient jdbc, Projects projects, Clock clock, EventLog log) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.clock = clock;
        this.log = log;
    }

    @Transactional
    public Project update(String key, UserId user, long version, StatusId id, StatusPatch patch) {
        var current = projects.get(key, user);
        var status = current.status(id).orElseThrow(() -> Projects.missingStatus(key, id));
        current.role().require(ProjectRole.MAINTAINER);
        patch.check();
        var touched = jdbc.sql(TOUCH)
                .param("id", current.id().value())
                .param("version", version)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (touched == 0) {
            throw Version.stale(
                    "Project " + Excerpt.of(key), projects.get(key, user).version());
        }
        jdbc.sql(UPDATE)
                .param("limit", patch.limitOver(status.wipLimit()))
                .param("id", id.value())
                .param("project", current.id().value())
                .update();
        var after = projects.get(key, user);
        log.append(ProjectFacts.changed(after, user));
        return after;
    }
}
