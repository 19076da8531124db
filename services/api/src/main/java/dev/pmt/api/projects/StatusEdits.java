package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes the columns of a project's board; they share the project's version. */
@Repository
class StatusEdits {

    private static final String UPDATE =
            "UPDATE status SET wip_limit = :limit WHERE id = :id AND project_id = :project";

    /** Clears the places, which are unique at every moment. */
    private static final String STEP_ASIDE = "UPDATE status SET position = -1 - position WHERE project_id = :project";

    private static final String PUT = """
            INSERT INTO status (id, project_id, position, name, category, wip_limit)
            VALUES (:id, :project, :position, :name, :category, :limit)
            ON CONFLICT (id) DO UPDATE
               SET position = excluded.position, name = excluded.name, category = excluded.category,
                   wip_limit = excluded.wip_limit
            """;

    private static final String DELETE = "DELETE FROM status WHERE id = :id";

    private final JdbcClient jdbc;
    private final Projects projects;
    private final ProjectEdits edits;
    private final Supplier<UUID> ids;

    StatusEdits(JdbcClient jdbc, Projects projects, ProjectEdits edits, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.edits = edits;
        this.ids = ids;
    }

    /** Sets all columns of a board; those left out are gone, unless they have tasks (409). What changes nothing leaves the version. */
    @Transactional
    public Project put(String key, UserId user, long version, NewStatuses body) {
        var current = projects.get(key, user);
        current.role().require(ProjectRole.MAINTAINER);
        var wanted = body.check(current);
        Version.check(version, current.version(), "Project " + current.key());
        if (isSame(current.statuses(), wanted)) {
            return current;
        }
        edits.advance(current, user, version);
        current.statuses().stream()
                .filter(status -> wanted.stream().noneMatch(one -> status.id().equals(one.id())))
                .forEach(status -> delete(current, status));
        jdbc.sql(STEP_ASIDE).param("project", current.id().value()).update();
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            jdbc.sql(PUT)
                    .param("id", one.id() == null ? ids.get() : one.id().value())
                    .param("project", current.id().value())
                    .param("position", i)
                    .param("name", one.name())
                    .param("category", one.category().wireName())
                    .param("limit", one.wipLimit(), Types.INTEGER)
                    .update();
        }
        return edits.told(current, user);
    }

    private static boolean isSame(List<Status> current, List<NewStatuses.Checked> wanted) {
        return current.size() == wanted.size()
                && IntStream.range(0, current.size())
                        .allMatch(i -> wanted.get(i).isSame(current.get(i)));
    }

    /** Nobody puts a task into it meanwhile: the project is locked. */
    private void delete(Project project, Status status) {
        try {
            jdbc.sql(DELETE).param("id", status.id().value()).update();
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "status-in-use",
                    "Status " + status.name() + " of project " + project.key()
                            + " has tasks, perhaps archived ones; give them another status first.",
                    Map.of("statusId", status.id()));
        }
    }

    @Transactional
    public Project update(String key, UserId user, long version, StatusId id, StatusPatch patch) {
        var current = projects.get(key, user);
        var status = current.status(id).orElseThrow(() -> Projects.missingStatus(key, id));
        current.role().require(ProjectRole.MAINTAINER);
        patch.check();
        edits.advance(current, user, version);
        jdbc.sql(UPDATE)
                .param("limit", patch.limitOver(status.wipLimit()))
                .param("id", id.value())
                .param("project", current.id().value())
                .update();
        return edits.told(current, user);
    }
}
