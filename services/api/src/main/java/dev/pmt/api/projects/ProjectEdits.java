package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes projects. */
@Repository
class ProjectEdits {

    private static final String INSERT = """
            INSERT INTO project (id, key, name, description, revision, created_at, updated_at)
            VALUES (:id, :key, :name, :description, 2, :now, :now)
            ON CONFLICT (key) DO NOTHING
            """;

    private static final String INSERT_STATUS = """
            INSERT INTO status (id, project_id, position, name, category)
            VALUES (:id, :project, :position, :name, :category)
            """;

    private static final String INSERT_OWNER = """
            INSERT INTO project_member (project_id, user_id, role, since) VALUES (:project, :user, 'owner', :now)
            """;

    private static final String ADVANCE = """
            UPDATE project SET updated_at = :now, version = version + 1, revision = revision + 1
             WHERE id = :id AND version = :version
            """;

    private static final String UPDATE = "UPDATE project SET name = :name, description = :description WHERE id = :id";

    private record DefaultStatus(String name, StatusCategory category) {}

    private static final List<DefaultStatus> DEFAULT_STATUSES = List.of(
            new DefaultStatus("To do", StatusCategory.TODO),
            new DefaultStatus("In progress", StatusCategory.DOING),
            new DefaultStatus("In review", StatusCategory.DOING),
            new DefaultStatus("Done", StatusCategory.DONE));

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final EventLog log;

    ProjectEdits(JdbcClient jdbc, Projects projects, Supplier<UUID> ids, Clock clock, EventLog log) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    @Transactional
    public Project create(NewProject.Checked wanted, UserId owner) {
        var id = ids.get();
        var now = OffsetDateTime.now(clock);
        var inserted = jdbc.sql(INSERT)
                .param("id", id)
                .param("key", wanted.key())
                .param("name", wanted.name())
                .param("description", wanted.description())
                .param("now", now)
                .update();
        if (inserted == 0) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "project-key-taken", "key must not be in use yet: " + wanted.key());
        }
        insertStatuses(id);
        jdbc.sql(INSERT_OWNER)
                .param("project", id)
                .param("user", owner.value())
                .param("now", now)
                .update();
        var created = projects.get(wanted.key(), owner);
        log.append(ProjectFacts.created(created, owner));
        return created;
    }

    private void insertStatuses(UUID project) {
        for (int i = 0; i < DEFAULT_STATUSES.size(); i++) {
            var status = DEFAULT_STATUSES.get(i);
            jdbc.sql(INSERT_STATUS)
                    .param("id", ids.get())
                    .param("project", project)
                    .param("position", i)
                    .param("name", status.name())
                    .param("category", status.category().wireName())
                    .update();
        }
    }

    @Transactional
    public Project update(String key, UserId user, long version, ProjectPatch patch) {
        var current = projects.get(key, user);
        current.role().require(ProjectRole.MAINTAINER);
        patch.check();
        advance(current, user, version);
        jdbc.sql(UPDATE)
                .param("id", current.id().value())
                .param("name", patch.name().overRequired(current.name()))
                .param("description", patch.description().overRequired(current.description()))
                .update();
        return told(current, user);
    }

    /** Begins a change of the version that the user last read; nobody else changes the project until the transaction ends. */
    void advance(Project current, UserId user, long version) {
        var advanced = jdbc.sql(ADVANCE)
                .param("id", current.id().value())
                .param("version", version)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (advanced == 0) {
            throw Version.stale(
                    "Project " + current.key(),
                    projects.get(current.key(), user).version());
        }
    }

    /** Ends such a change: tells of the project as it is now. */
    Project told(Project before, UserId user) {
        var after = projects.get(before.key(), user);
        log.append(ProjectFacts.changed(after, user));
        return after;
    }
}
