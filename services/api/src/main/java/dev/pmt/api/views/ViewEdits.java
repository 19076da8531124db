package dev.pmt.api.views;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.tasks.TaskQueries;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves views: everyone keeps their own, members share theirs, and maintainers tidy up the shared ones. The project is
 * locked first, so that names and numbers are checked for good.
 */
@Repository
class ViewEdits {

    private static final int MOST = 100;

    private static final String COUNT =
            "SELECT count(*) FROM saved_view WHERE project_id = :project AND owner_id = :owner";

    private static final String IS_TAKEN = """
            SELECT EXISTS (SELECT FROM saved_view
                            WHERE project_id = :project AND owner_id = :owner AND lower(name) = lower(:name)
                              AND id IS DISTINCT FROM :but)
            """;

    private static final String INSERT = """
            INSERT INTO saved_view (id, project_id, owner_id, name, query, columns, shared, created_at, updated_at)
            VALUES (:id, :project, :owner, :name, :query, string_to_array(:columns, ','), :shared, :now, :now)
            """;

    private static final String UPDATE = """
            UPDATE saved_view
               SET name = :name, query = :query, columns = string_to_array(:columns, ','), shared = :shared,
                   updated_at = :now, version = version + 1
             WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM saved_view WHERE id = :id";

    private final JdbcClient jdbc;
    private final Projects projects;
    private final SavedViews views;
    private final TaskQueries queries;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final EventLog log;

    ViewEdits(
            JdbcClient jdbc,
            Projects projects,
            SavedViews views,
            TaskQueries queries,
            Supplier<UUID> ids,
            Clock clock,
            EventLog log) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.views = views;
        this.queries = queries;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    @Transactional
    public SavedView create(String key, UserId caller, ViewContent.New body) {
        var project = lock(key, caller);
        var wanted = body.check(query -> queries.check(query, project.key(), caller));
        requireMayShare(project, wanted.shared());
        if (count(project, caller) >= MOST) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "too-many-views",
                    "You may keep at most " + MOST + " views in a project; remove one that you no longer need.");
        }
        requireFree(project, caller, wanted.name(), null);
        var id = new ViewId(ids.get());
        write(jdbc.sql(INSERT).param("project", project.id().value()).param("owner", caller.value()), id, wanted);
        var created = views.get(project.id(), caller, id);
        if (created.shared()) {
            log.append(facts(project, caller).shared(created));
        }
        return created;
    }

    @Transactional
    public SavedView update(String key, UserId caller, ViewId id, long version, ViewPatch patch) {
        var project = lock(key, caller);
        var current = changeable(project, caller, id);
        var wanted = patch.over(current, query -> queries.check(query, project.key(), caller));
        Version.check(version, current.version(), "View " + id);
        if (current.ownerId().equals(caller)) {
            requireMayShare(project, wanted.shared() && !current.shared());
        }
        requireFree(project, current.ownerId(), wanted.name(), id);
        write(jdbc.sql(UPDATE), id, wanted);
        var after = find(id);
        log.append(facts(project, caller).changed(current, after));
        return after;
    }

    @Transactional
    public void remove(String key, UserId caller, ViewId id) {
        var project = lock(key, caller);
        var view = changeable(project, caller, id);
        jdbc.sql(DELETE).param("id", id.value()).update();
        log.append(facts(project, caller).removed(view));
    }

    /** Reads the project twice: the caller's role may have changed while the lock was awaited. */
    private Project lock(String key, UserId caller) {
        projects.touch(projects.get(key, caller).id());
        return projects.get(key, caller);
    }

    private SavedView changeable(Project project, UserId caller, ViewId id) {
        var view = views.get(project.id(), caller, id);
        if (!view.ownerId().equals(caller)) {
            project.role().require(ProjectRole.MAINTAINER);
        }
        return view;
    }

    private static void requireMayShare(Project project, boolean shares) {
        if (shares) {
            project.role().require(ProjectRole.MEMBER);
        }
    }

    private long count(Project project, UserId owner) {
        return jdbc.sql(COUNT)
                .param("project", project.id().value())
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }

    private void requireFree(Project project, UserId owner, String name, @Nullable ViewId but) {
        var isTaken = jdbc.sql(IS_TAKEN)
                .param("project", project.id().value())
                .param("owner", owner.value())
                .param("name", name)
                .param("but", but == null ? null : but.value())
                .query(Boolean.class)
                .single();
        if (isTaken) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "view-name-taken", "name must not be another view's of this person: " + name);
        }
    }

    private void write(JdbcClient.StatementSpec statement, ViewId id, ViewContent wanted) {
        var columns = wanted.columns();
        statement
                .param("id", id.value())
                .param("name", wanted.name())
                .param("query", wanted.query())
                .param("columns", columns == null ? null : String.join(",", columns))
                .param("shared", wanted.shared())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Reads a view whoever may see it: a maintainer has just made it private again. */
    private SavedView find(ViewId id) {
        return jdbc.sql("SELECT " + SavedViews.COLUMNS + " FROM saved_view WHERE id = :id")
                .param("id", id.value())
                .query(SavedViews::row)
                .single();
    }

    private static ViewFacts facts(Project project, UserId caller) {
        return new ViewFacts(project.id(), project.key(), caller);
    }
}
