package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Status;
import dev.pmt.api.projects.StatusCategory;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.WireName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that queries may use for what a reader sees. */
@Repository
class QueryNames {

    private static final String STATUSES =
            "SELECT id, name, category FROM status WHERE project_id IN (:projects) ORDER BY position, project_id";

    private static final String SPRINTS = """
            SELECT id, name, state
              FROM sprint
             WHERE project_id IN (:projects)
             ORDER BY state = 'completed', starts_on DESC NULLS FIRST, id
            """;

    private static final String PROJECTS = """
            SELECT p.id, p.key
              FROM project p JOIN project_member m ON m.project_id = p.id
             WHERE m.user_id = :user
             ORDER BY p.key
            """;

    private static final String PERSON = "SELECT user_id FROM profile WHERE lower(name) = lower(:name) LIMIT 100";

    private static final String PEOPLE = """
            SELECT DISTINCT f.name
              FROM project_member m JOIN profile f ON f.user_id = m.user_id
             WHERE m.project_id IN (:projects)
             ORDER BY f.name
             LIMIT 1000
            """;

    private static final String LABELS = """
            SELECT label
              FROM (SELECT t.labels FROM task t WHERE :holds ORDER BY t.updated_at DESC, t.id DESC LIMIT 1000) latest,
                   unnest(latest.labels) AS label
             GROUP BY label
             ORDER BY count(*) DESC, label
             LIMIT 200
            """;

    private final JdbcClient jdbc;

    QueryNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the statuses in sight, in board order. */
    List<Status> statuses(TaskScope scope) {
        return jdbc.sql(STATUSES.replace(":projects", scope.projects()))
                .params(params(scope))
                .query((row, number) -> new Status(
                        new StatusId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        WireName.parse(StatusCategory.class, row.getString("category")),
                        null))
                .list();
    }

    /** Returns the sprints in sight, completed ones last. */
    List<TaskSprint> sprints(TaskScope scope) {
        return jdbc.sql(SPRINTS.replace(":projects", scope.projects()))
                .params(params(scope))
                .query((row, number) -> new TaskSprint(
                        new SprintId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        WireName.parse(SprintState.class, row.getString("state")),
                        false))
                .list();
    }

    /** Returns the reader's projects by their keys. */
    Map<String, UUID> projects(UserId reader) {
        var projects = new LinkedHashMap<String, UUID>();
        jdbc.sql(PROJECTS).param("user", reader.value()).query(row -> {
            projects.put(row.getString("key"), row.getObject("id", UUID.class));
        });
        return projects;
    }

    /** Finds everyone of a name, whatever its case. */
    List<UUID> people(String name) {
        return jdbc.sql(PERSON).param("name", name).query(UUID.class).list();
    }

    /** Returns the names of people in sight. */
    List<String> people(TaskScope scope) {
        return jdbc.sql(PEOPLE.replace(":projects", scope.projects()))
                .params(params(scope))
                .query(String.class)
                .list();
    }

    /** Returns the labels of the tasks changed last, the most frequent first. */
    List<String> labels(TaskScope scope) {
        return jdbc.sql(LABELS.replace(":holds", scope.holds()))
                .params(params(scope))
                .query(String.class)
                .list();
    }

    private static Map<String, Object> params(TaskScope scope) {
        var params = new HashMap<String, Object>();
        scope.bind(params);
        return params;
    }
}
