package dev.pmt.api.tasks;

import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The cards of boards, without archived tasks; callers have found the project as one of its members. A status belongs to
 * one project, so it alone leads the index: named beside it, the project tempts the planner into its rank index, and then
 * an empty column costs a walk over all tasks. Limits are part of the text for the reason that {@link TaskList} gives.
 */
@Repository
class Cards {

    private static final String COUNT = """
            SELECT status_id, count(*) AS cards
              FROM task
             WHERE status_id = ANY (string_to_array(:statuses, ',')::uuid[]) AND NOT archived
             GROUP BY status_id
            """;

    private static final String COLUMNS = """
            SELECT t.number, t.title, t.status_id, t.type, t.priority, t.assignee_id, t.points, t.due_date, t.labels, t.custom, %s,
                   %s, %s, t.rank, t.version
            """.formatted(ParentTask.COLUMN, RelatedTask.BLOCKED, TaskSprint.COLUMN);

    private static final String FIRST_WINDOWS = COLUMNS + """
              FROM status s
             CROSS JOIN LATERAL (SELECT *
                                   FROM task
                                  WHERE status_id = s.id AND NOT archived
                                  ORDER BY rank
                                  LIMIT :limit) t
             WHERE s.project_id = :project
             ORDER BY s.position, t.rank
            """;

    private static final String WINDOW = COLUMNS + """
              FROM task t
             WHERE status_id = :status AND NOT archived AND rank > :after
             ORDER BY rank
             LIMIT :limit
            """;

    private static final String LIST = "column";

    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the cards of each column that has any. */
    Map<StatusId, Long> counts(Project project) {
        var statuses = project.statuses().stream()
                .map(status -> status.id().toString())
                .collect(Collectors.joining(","));
        var counts = new HashMap<StatusId, Long>();
        jdbc.sql(COUNT)
                .param("statuses", statuses)
                .query((row, number) ->
                        counts.put(new StatusId(row.getObject("status_id", UUID.class)), row.getLong("cards")))
                .list();
        return counts;
    }

    /** Reads the first window of all columns at once, one card beyond the limit each. */
    List<Card> firstWindows(Project project, int limit) {
        return jdbc.sql(limited(FIRST_WINDOWS, limit))
                .param("project", project.id().value())
                .query((row, number) -> row(new Columns(row), project))
                .list();
    }

    /** Reads one window of a column. */
    Page<Card> window(Project project, StatusId status, @Nullable String cursor, int limit) {
        var after = Cursor.parse(cursor, LIST, 1).map(c -> c.string(0)).orElse("");
        var cards = jdbc.sql(limited(WINDOW, limit))
                .param("status", status.value())
                .param("after", after)
                .query((row, number) -> row(new Columns(row), project))
                .list();
        return page(cards, limit);
    }

    /** Cuts a window that was read one card beyond the limit. */
    static Page<Card> page(List<Card> cards, int limit) {
        return Page.of(cards, limit, card -> Cursor.of(LIST, card.rank()));
    }

    private static String limited(String sql, int limit) {
        return sql.replace(":limit", Integer.toString(limit + 1));
    }

    private static Card row(Columns columns, Project project) throws SQLException {
        return new Card(
                new TaskKey(project.key(), columns.number()).toString(),
                columns.text(),
                new StatusId(columns.id()),
                columns.type(),
                columns.priority(),
                columns.user(),
                columns.points(),
                columns.day(),
                columns.labels(),
                columns.custom(),
                columns.parent(project.key()),
                columns.flag(),
                columns.sprint(),
                columns.text(),
                columns.number());
    }
}
