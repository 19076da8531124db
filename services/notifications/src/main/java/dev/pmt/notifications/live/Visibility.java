package dev.pmt.notifications.live;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may see what: members see their projects and the tasks in them, nobody else does. Written by {@link LiveEvents} alone. */
@Repository
class Visibility {

    private static final String JOIN =
            "INSERT INTO project_member (project_id, user_id) VALUES (:project, :user) ON CONFLICT DO NOTHING";

    private static final String LEAVE = "DELETE FROM project_member WHERE project_id = :project AND user_id = :user";

    private static final String PLACE = """
            INSERT INTO task_project (task_id, project_id)
            SELECT t, p FROM unnest(:tasks::uuid[], :projects::uuid[]) AS new (t, p)
            ON CONFLICT DO NOTHING
            """;

    private static final String PROJECT =
            "SELECT project_id FROM project_member WHERE project_id = :id AND user_id = :user";

    private static final String PROJECT_OF_TASK = """
            SELECT t.project_id
              FROM task_project t JOIN project_member m ON m.project_id = t.project_id
             WHERE t.task_id = :id AND m.user_id = :user
            """;

    private final JdbcClient jdbc;

    Visibility(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear() {
        jdbc.sql("DELETE FROM project_member").update();
        jdbc.sql("DELETE FROM task_project").update();
    }

    void join(UUID project, UUID user) {
        jdbc.sql(JOIN).param("project", project).param("user", user).update();
    }

    void leave(UUID project, UUID user) {
        jdbc.sql(LEAVE).param("project", project).param("user", user).update();
    }

    /** Notes which projects tasks belong to; the two lists go together. */
    void place(Collection<UUID> tasks, Collection<UUID> projects) {
        if (!tasks.isEmpty()) {
            jdbc.sql(PLACE)
                    .param("tasks", array(tasks))
                    .param("projects", array(projects))
                    .update();
        }
    }

    /** Returns the project of a topic; empty when the user does not see it, or nothing is known of it. */
    Optional<UUID> projectOf(Topic topic, UUID user) {
        var sql = switch (topic.kind()) {
            case PROJECT -> PROJECT;
            case TASK -> PROJECT_OF_TASK;
        };
        return jdbc.sql(sql)
                .param("id", topic.id())
                .param("user", user)
                .query(UUID.class)
                .optional();
    }

    private static String array(Collection<UUID> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }
}
