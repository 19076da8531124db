package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.StatusId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ranks of a locked project's tasks. Neighbours are looked for among all tasks but those that move. */
@Repository
class Ranks {

    private static final String OF = "SELECT id, rank FROM task WHERE id = :id";

    private static final String IS_TAKEN =
            "SELECT EXISTS (SELECT FROM task WHERE project_id = :project AND rank = :rank)";

    private static final String FROM_DOWN = """
            SELECT id, rank FROM task
             WHERE project_id = :project AND rank <= :rank AND id <> ALL (string_to_array(:except, ',')::uuid[])
             ORDER BY rank DESC LIMIT :limit
            """;

    private static final String FROM_UP = """
            SELECT id, rank FROM task
             WHERE project_id = :project AND rank >= :rank AND id <> ALL (string_to_array(:except, ',')::uuid[])
             ORDER BY rank LIMIT :limit
            """;

    private static final String LAST_IN_COLUMN = """
            SELECT id, rank FROM task
             WHERE status_id = :status AND NOT archived AND id <> ALL (string_to_array(:except, ',')::uuid[])
             ORDER BY rank DESC LIMIT 1
            """;

    private static final String RESPACE = """
            UPDATE task t SET rank = new.rank
              FROM unnest(string_to_array(:ids, ',')::uuid[], string_to_array(:ranks, ',')) AS new (id, rank)
             WHERE t.id = new.id
            """;

    private static final String COMPARE_AT_COMMIT = "SET CONSTRAINTS task_project_id_rank_key DEFERRED";

    /** A task and its place. */
    record Ranked(TaskId task, Rank rank) {}

    private final JdbcClient jdbc;

    Ranks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells whether a task of the project has a rank. */
    boolean isTaken(ProjectId project, Rank rank) {
        return jdbc.sql(IS_TAKEN)
                .param("project", project.value())
                .param("rank", rank.text())
                .query(Boolean.class)
                .single();
    }

    Rank of(TaskId task) {
        return jdbc.sql(OF).param("id", task.value()).query(Ranks::row).single().rank();
    }

    /** Lists tasks from a rank down, that rank included. */
    List<Ranked> down(ProjectId project, Rank from, List<TaskId> except, int limit) {
        return around(FROM_DOWN, project, from, except, limit);
    }

    /** Lists tasks from a rank up, that rank included. */
    List<Ranked> up(ProjectId project, Rank from, List<TaskId> except, int limit) {
        return around(FROM_UP, project, from, except, limit);
    }

    private List<Ranked> around(String sql, ProjectId project, Rank from, List<TaskId> except, int limit) {
        return jdbc.sql(sql)
                .param("project", project.value())
                .param("rank", from.text())
                .param("except", joined(except))
                .param("limit", limit)
                .query(Ranks::row)
                .list();
    }

    Optional<Rank> lastInColumn(StatusId status, List<TaskId> except) {
        return jdbc.sql(LAST_IN_COLUMN)
                .param("status", status.value())
                .param("except", joined(except))
                .query(Ranks::row)
                .optional()
                .map(Ranked::rank);
    }

    /** Lets a rank pass through one that still moves away. */
    void compareAtCommit() {
        jdbc.sql(COMPARE_AT_COMMIT).update();
    }

    /** Gives tasks new ranks. */
    void respace(List<Ranked> tasks) {
        compareAtCommit();
        jdbc.sql(RESPACE)
                .param("ids", joined(tasks.stream().map(Ranked::task).toList()))
                .param("ranks", tasks.stream().map(t -> t.rank().text()).collect(Collectors.joining(",")))
                .update();
    }

    private static String joined(List<TaskId> ids) {
        return ids.stream().map(id -> id.value().toString()).collect(Collectors.joining(","));
    }

    private static Ranked row(ResultSet row, int number) throws SQLException {
        var columns = new Columns(row);
        return new Ranked(new TaskId(columns.id()), new Rank(columns.text()));
    }
}
