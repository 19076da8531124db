package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and deletes sprints. */
@Repository
class SprintEdits {

    private static final String INSERT = """
            INSERT INTO sprint (id, project_id, name, goal, starts_on, ends_on, capacity)
            VALUES (:id, :project, :name, :goal, :starts, :ends, :capacity)
            """;

    private static final String UPDATE = """
            UPDATE sprint
               SET name = :name, goal = :goal, starts_on = :starts, ends_on = :ends, capacity = :capacity,
                   version = version + 1
             WHERE id = :id
            """;

    private static final String NAME_TAKEN = """
            SELECT EXISTS (SELECT FROM sprint
                            WHERE project_id = :project AND lower(name) = lower(:name) AND id <> :id)
            """;

    private static final String DELETE = "DELETE FROM sprint WHERE id = :id";

    private final JdbcClient jdbc;
    private final Sprints sprints;
    private final ProjectLock projects;
    private final Planning planning;
    private final Supplier<UUID> ids;
    private final EventLog log;

    SprintEdits(
            JdbcClient jdbc,
            Sprints sprints,
            ProjectLock projects,
            Planning planning,
            Supplier<UUID> ids,
            EventLog log) {
        this.jdbc = jdbc;
        this.sprints = sprints;
        this.projects = projects;
        this.planning = planning;
        this.ids = ids;
        this.log = log;
    }

    /** Creates a planned sprint. */
    @Transactional
    public Sprint create(String projectKey, UserId user, NewSprint body) {
        var project = projects.take(projectKey, user, ProjectRole.MEMBER);
        var fields = body.check();
        var id = new SprintId(ids.get());
        write(INSERT, project, id, fields);
        var created = sprints.get(projectKey, id, user);
        log.append(new SprintFacts(created, user).created());
        return created;
    }

    /** Applies a merge patch to the version that the caller last read; one that changes nothing leaves the version. */
    @Transactional
    public Sprint update(String projectKey, SprintId id, UserId user, long version, SprintPatch patch) {
        var project = projects.take(projectKey, user, ProjectRole.MEMBER);
        patch.check();
        var current = sprints.get(projectKey, id, user);
        Version.check(version, current.version(), "Sprint " + current.name());
        if (current.state() == SprintState.COMPLETED) {
            throw ProblemException.conflict(
                    "sprint-completed", "Sprint " + current.name() + " is completed; reopen it first.");
        }
        var fields = patch.over(current);
        if (fields.equals(SprintFields.of(current))) {
            return current;
        }
        write(UPDATE, project, id, fields);
        var changed = sprints.get(projectKey, id, user);
        log.append(new SprintFacts(changed, user).changed());
        return changed;
    }

    /** Deletes a planned sprint that holds no tasks; archived ones go back to the backlog. */
    @Transactional
    public void delete(String projectKey, SprintId id, UserId user) {
        var project = projects.take(projectKey, user, ProjectRole.MEMBER);
        var current = sprints.get(projectKey, id, user);
        if (current.state() != SprintState.PLANNED) {
            throw ProblemException.conflict(
                    "sprint-not-planned", "Sprint " + current.name() + " was started; only a planned one can go.");
        }
        var tasks = planning.tasks(project, id);
        if (!tasks.stream().allMatch(Planning.Planned::archived)) {
            throw ProblemException.conflict(
                    "sprint-not-empty", "Sprint " + current.name() + " holds tasks; move them elsewhere first.");
        }
        var steps =
                tasks.stream().map(task -> new Planning.Step(task, task.rank())).toList();
        planning.put(projectKey, project, user, steps, null);
        jdbc.sql(DELETE).param("id", id.value()).update();
        log.append(new SprintFacts(current, user).removed());
    }

    private void write(String sql, ProjectId project, SprintId id, SprintFields fields) {
        var isTaken = jdbc.sql(NAME_TAKEN)
                .param("project", project.value())
                .param("name", fields.name())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (isTaken) {
            throw ProblemException.conflict(
                    "sprint-name-taken", "name must not be that of another sprint: " + fields.name());
        }
        jdbc.sql(sql)
                .param("id", id.value())
                .param("project", project.value())
                .param("name", fields.name())
                .param("goal", fields.goal())
                .param("starts", fields.startsOn())
                .param("ends", fields.endsOn())
                .param("capacity", fields.capacity())
                .update();
    }
}
