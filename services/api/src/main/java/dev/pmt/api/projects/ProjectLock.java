package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locks a project for a write in it until the transaction ends: the first statement of every such transaction. */
@Repository
public class ProjectLock {

    private static final String TAKE = """
            UPDATE project p
               SET revision = revision + 1, counter = counter + :appended, rank_top = rank_top + :appended
              FROM project_member m
             WHERE p.key = :key AND m.project_id = p.id AND m.user_id = :user
            RETURNING p.id, p.counter, p.rank_top, m.role,
                      (SELECT s.id FROM status s
                        WHERE s.project_id = p.id AND (s.id = :status OR :status::uuid IS NULL)
                        ORDER BY s.category = 'todo' DESC, s.position LIMIT 1) AS status_id,
                      (:assignee::uuid IS NULL
                       OR EXISTS (SELECT FROM project_member a LEFT JOIN profile f ON f.user_id = a.user_id
                                   WHERE a.project_id = p.id AND a.user_id = :assignee
                                     AND f.active IS NOT FALSE)) AS assignee_known
            """;

    private static final String APPEND = "UPDATE project SET rank_top = rank_top + 1 WHERE id = :id RETURNING rank_top";

    private static final String HOLD_ROLE =
            "SELECT role FROM project_member WHERE project_id = :project AND user_id = :user FOR SHARE";

    private static final String TAKE_COUNTERS = "SELECT counter, rank_top FROM project WHERE id = :id FOR UPDATE";

    private static final String ADVANCE = """
            UPDATE project SET counter = :counter, rank_top = :rankTop, revision = revision + 1 WHERE id = :id
            """;

    /**
     * What a write of many tasks counts on.
     *
     * @param counter highest task number
     * @param rankTop highest whole rank
     */
    public record Counters(long counter, long rankTop) {}

    /**
     * What a write needs to know of the locked project.
     *
     * @param counter highest task number, the one just taken when a task is appended
     * @param rankTop highest whole rank, the one just taken when a task is appended
     * @param role of the user who writes
     * @param status the wanted status or else the first one in todo; null when the wanted one is not of this project
     * @param assigneeKnown whether the wanted assignee is nobody or a member who is not deactivated
     */
    public record Locked(
            ProjectId id,
            long counter,
            long rankTop,
            ProjectRole role,
            @Nullable StatusId status,
            boolean assigneeKnown) {}

    private final JdbcClient jdbc;

    ProjectLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks and takes the number and the rank of a new task; empty when the user is not a member. */
    public Optional<Locked> append(String key, UserId user, @Nullable StatusId status, @Nullable UserId assignee) {
        return take(key, user, 1, status, assignee);
    }

    /** Locks for a change of tasks; empty when the user is not a member. */
    public Optional<Locked> take(String key, UserId user, @Nullable StatusId status, @Nullable UserId assignee) {
        return take(key, user, 0, status, assignee);
    }

    /** Locks for a change of what a project has. @throws dev.pmt.shared.web.ProblemException when the user may not (404, 403) */
    public ProjectId take(String key, UserId user, ProjectRole role) {
        var project = take(key, user, null, null).orElseThrow(() -> Projects.missing(key));
        project.role().require(role);
        return project.id();
    }

    /** Takes the next whole rank of a project that is locked already. */
    public long nextRank(ProjectId project) {
        return jdbc.sql(APPEND).param("id", project.value()).query(Long.class).single();
    }

    /**
     * Keeps a user's role as it is until the transaction ends, without locking the project: for writes that no board and no
     * list shows. Empty when the user is not a member.
     */
    public Optional<ProjectRole> holdRole(ProjectId project, UserId user) {
        return jdbc.sql(HOLD_ROLE)
                .param("project", project.value())
                .param("user", user.value())
                .query(String.class)
                .optional()
                .map(ProjectRole::of);
    }

    /** Locks for a write of many tasks that is no user's request. */
    public Counters takeCounters(ProjectId project) {
        return jdbc.sql(TAKE_COUNTERS)
                .param("id", project.value())
                .query((row, number) -> new Counters(row.getLong("counter"), row.getLong("rank_top")))
                .single();
    }

    /** Stores the counters after such a write. */
    public void advance(ProjectId project, Counters counters) {
        jdbc.sql(ADVANCE)
                .param("id", project.value())
                .param("counter", counters.counter())
                .param("rankTop", counters.rankTop())
                .update();
    }

    private Optional<Locked> take(
            String key, UserId user, int appended, @Nullable StatusId status, @Nullable UserId assignee) {
        return key.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql(TAKE)
                        .param("key", key)
                        .param("user", user.value())
                        .param("appended", appended)
                        .param("status", status == null ? null : status.value())
                        .param("assignee", assignee == null ? null : assignee.value())
                        .query(ProjectLock::row)
                        .optional();
    }

    private static Locked row(ResultSet row, int number) throws SQLException {
        var status = row.getObject("status_id", UUID.class);
        return new Locked(
                new ProjectId(row.getObject("id", UUID.class)),
                row.getLong("counter"),
                row.getLong("rank_top"),
                ProjectRole.of(row.getString("role")),
                status == null ? null : new StatusId(status),
                row.getBoolean("assignee_known"));
    }
}
