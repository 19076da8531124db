package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of projects; callers have checked that the asking user is one of them. */
@Repository
class Members {

    private static final String LIST = """
            SELECT user_id, role, since
              FROM project_member
             WHERE project_id = :project AND (since, user_id) > (:since, :user)
             ORDER BY since, user_id
             LIMIT :limit
            """;

    private static final String FIND =
            "SELECT user_id, role, since FROM project_member WHERE project_id = :project AND user_id = :user";

    private static final String COUNT_OTHER_OWNERS = """
            SELECT count(*) FROM project_member WHERE project_id = :project AND role = 'owner' AND user_id <> :user
            """;

    private static final String DEACTIVATED =
            "SELECT EXISTS (SELECT FROM profile WHERE user_id = :user AND NOT active)";

    private static final String PUT = """
            INSERT INTO project_member (project_id, user_id, role, since)
            VALUES (:project, :user, :role, :now)
            ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role
            """;

    private static final String REMOVE = "DELETE FROM project_member WHERE project_id = :project AND user_id = :user";

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Member> list(ProjectId project, Instant since, UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("project", project.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("user", after)
                .param("limit", limit)
                .query(Members::row)
                .list();
    }

    Optional<Member> find(ProjectId project, UserId user) {
        return jdbc.sql(FIND)
                .param("project", project.value())
                .param("user", user.value())
                .query(Members::row)
                .optional();
    }

    boolean hasOtherOwner(ProjectId project, UserId user) {
        return jdbc.sql(COUNT_OTHER_OWNERS)
                        .param("project", project.value())
                        .param("user", user.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Answers whether auth told that somebody is shut out; nobody waits for its word on who is new. */
    boolean isDeactivated(UserId user) {
        return jdbc.sql(DEACTIVATED)
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    void put(ProjectId project, UserId user, ProjectRole role) {
        jdbc.sql(PUT)
                .param("project", project.value())
                .param("user", user.value())
                .param("role", role.wireName())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void remove(ProjectId project, UserId user) {
        jdbc.sql(REMOVE)
                .param("project", project.value())
                .param("user", user.value())
                .update();
    }

    private static Member row(ResultSet row, int number) throws SQLException {
        return new Member(
                new UserId(row.getObject("user_id", UUID.class)),
                ProjectRole.of(row.getString("role")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
