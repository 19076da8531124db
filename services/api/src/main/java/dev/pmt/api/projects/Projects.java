package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects, each seen only by its members. */
@Repository
public class Projects {

    private static final String FIND = """
            SELECT p.id, p.key, p.name, p.description, p.created_at, p.updated_at, p.version, p.revision, m.role,
                   (SELECT json_agg(%s ORDER BY s.position) FROM status s WHERE s.project_id = p.id) AS statuses
              FROM project p
              JOIN project_member m ON m.project_id = p.id AND m.user_id = :user
             WHERE p.key = :key
            """.formatted(Status.JSON);

    private static final String LIST = """
            SELECT p.id, p.key, p.name, p.description, p.created_at, p.updated_at, p.version, p.revision, m.role,
                   (SELECT json_agg(%s ORDER BY s.position) FROM status s WHERE s.project_id = p.id) AS statuses
              FROM project_member m
              JOIN project p ON p.id = m.project_id
             WHERE m.user_id = :user AND p.key > :after
             ORDER BY p.key
             LIMIT :limit
            """.formatted(Status.JSON);

    private static final String TOUCH = "UPDATE project SET revision = revision + 1 WHERE id = :id";

    private static final String MEMBER_IDS = "SELECT user_id FROM project_member WHERE project_id = :id";

    private final JdbcClient jdbc;
    private final ProjectRows rows;

    Projects(JdbcClient jdbc, ProjectRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Finds a project that the user is a member of. */
    public Optional<Project> find(String key, UserId user) {
        return key.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql(FIND)
                        .param("key", key)
                        .param("user", user.value())
                        .query(rows)
                        .optional();
    }

    /** Returns a project that the user is a member of, or refuses (404). */
    public Project get(String key, UserId user) {
        return find(key, user).orElseThrow(() -> missing(key));
    }

    /** Lists the user's projects by key, from behind the given one. */
    List<Project> list(UserId user, String after, int limit) {
        return jdbc.sql(LIST)
                .param("user", user.value())
                .param("after", after)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** Returns everyone who may be a task's assignee. */
    public Set<UserId> members(ProjectId id) {
        return jdbc.sql(MEMBER_IDS).param("id", id.value()).query(UUID.class).list().stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    /** Locks the project until the transaction ends and notes a write in it; take this lock before any other. */
    public void touch(ProjectId id) {
        jdbc.sql(TOUCH).param("id", id.value()).update();
    }

    /** Makes the answer for a project that is missing, or that the caller may not know of. */
    public static ProblemException missing(String key) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Project " + Excerpt.of(key) + " does not exist, or you are not a member of it.");
    }

    /** Makes the answer for a status that a project does not have. */
    public static ProblemException missingStatus(String key, StatusId id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "Project " + Excerpt.of(key) + " has no status " + id + ".");
    }
}
