package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The sprints of projects, seen only by their members. */
@Repository
class Sprints {

    // active ones first, then planned ones, each by their first day; then completed ones, the latest first
    private static final String STAGE = "CASE s.state WHEN 'active' THEN 0 WHEN 'planned' THEN 1 ELSE 2 END";
    private static final String PLACE = """
            CASE s.state WHEN 'completed' THEN -(extract(epoch FROM s.completed_at) * 1000000)::bigint
                         ELSE coalesce(s.starts_on, DATE '9999-12-31') - DATE '0001-01-01' END""";

    private static final String SPRINTS = "SELECT " + STAGE + " AS stage, " + PLACE + """
             AS place, s.id, p.key, s.name, s.goal, s.starts_on, s.ends_on, s.state, s.capacity,
                   n.todo, n.todo_points, n.doing, n.doing_points, n.done, n.done_points,
                   s.committed_tasks, s.committed_points, n.added, n.added_points, s.removed_tasks, s.removed_points,
                   s.outcome, s.started_at, s.completed_at, s.version, s.project_id, p.revision
              FROM sprint s
              JOIN project p ON p.id = s.project_id
             CROSS JOIN LATERAL (
                   SELECT count(*) FILTER (WHERE c.category = 'todo')                   AS todo,
                          coalesce(sum(t.points) FILTER (WHERE c.category = 'todo'), 0)  AS todo_points,
                          count(*) FILTER (WHERE c.category = 'doing')                  AS doing,
                          coalesce(sum(t.points) FILTER (WHERE c.category = 'doing'), 0) AS doing_points,
                          count(*) FILTER (WHERE c.category = 'done')                   AS done,
                          coalesce(sum(t.points) FILTER (WHERE c.category = 'done'), 0)  AS done_points,
                          count(*) FILTER (WHERE t.sprint_added)                        AS added,
                          coalesce(sum(t.points) FILTER (WHERE t.sprint_added), 0)       AS added_points
                     FROM task t
                     JOIN status c ON c.id = t.status_id
                    WHERE t.sprint_id = s.id AND NOT t.archived) n
            """;

    private static final String IN_SIGHT = """
             WHERE p.key = :project
               AND EXISTS (SELECT FROM project_member m WHERE m.project_id = p.id AND m.user_id = :user)
            """;

    private static final String LIST = "sprints";
    private static final int FETCHED_AT_ONCE = 200;

    private record Row(long stage, long place, Sprint sprint) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sprints(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lists sprints: active ones, planned ones, then completed ones with the latest first. */
    Page<Sprint> list(String project, UserId user, Collection<SprintState> states, @Nullable String cursor, int limit) {
        var conditions = new Conditions();
        if (!states.isEmpty()) {
            conditions.add(
                    "s.state = ANY (string_to_array(:states, ','))",
                    "states",
                    states.stream().map(WireName::of).collect(Collectors.joining(",")));
        }
        Cursor.parse(cursor, LIST, 3)
                .ifPresent(last -> conditions
                        .add("(" + STAGE + ", " + PLACE + ", s.id) > (:stage, :place, :id)", "stage", last.number(0))
                        .with("place", last.number(1))
                        .with("id", last.id(2)));
        var rows = jdbc.sql(SPRINTS + IN_SIGHT + conditions.sql() + " ORDER BY stage, place, s.id LIMIT " + (limit + 1))
                .param("project", project)
                .param("user", user.value())
                .params(conditions.params())
                .query(this::row)
                .list();
        return Page.of(rows, limit, row -> Cursor.of(LIST, row.stage, row.place, row.sprint.id()))
                .map(Row::sprint);
    }

    /** Finds a sprint of a project that the user is a member of. */
    Optional<Sprint> find(String project, SprintId id, UserId user) {
        return project.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql(SPRINTS + IN_SIGHT + " AND s.id = :id")
                        .param("project", project)
                        .param("user", user.value())
                        .param("id", id.value())
                        .query(this::row)
                        .optional()
                        .map(Row::sprint);
    }

    /** Returns a sprint of a project that the user is a member of, or refuses (404). */
    Sprint get(String project, SprintId id, UserId user) {
        return find(project, id, user).orElseThrow(() -> missing(project, id));
    }

    /** Reads the sprints of all projects, in constant memory; for nobody's eyes. */
    void all(Consumer<Sprint> reader) {
        jdbc.sql(SPRINTS).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            reader.accept(row(row, 0).sprint);
        });
    }

    /** Makes the answer for a sprint that is missing, or that the caller may not know of. */
    static ProblemException missing(String project, SprintId id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Sprint " + id + " does not exist in project " + Excerpt.of(project)
                        + ", or you are not a member of it.");
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var columns = new Columns(row);
        return new Row(columns.number(), columns.number(), sprint(columns));
    }

    private Sprint sprint(Columns columns) throws SQLException {
        var id = new SprintId(columns.id());
        var project = columns.text();
        var name = columns.text();
        var goal = columns.text();
        var starts = columns.day();
        var ends = columns.day();
        var state = WireName.parse(SprintState.class, columns.text());
        var capacity = columns.points();
        var todo = columns.amount();
        var doing = columns.amount();
        var done = columns.amount();
        var committed = columns.amountOrNull();
        var added = columns.amount();
        var removed = columns.amount();
        var kept = columns.textOrNull();
        var outcome = kept == null ? null : json.readValue(kept, Sprint.Outcome.class);
        return new Sprint(
                id,
                project,
                name,
                goal,
                starts,
                ends,
                state,
                capacity,
                todo,
                doing,
                done,
                scope(committed, added, removed, outcome),
                outcome,
                columns.timeOrNull(),
                columns.timeOrNull(),
                columns.number(),
                new ProjectId(columns.id()),
                columns.number());
    }

    private static Sprint.@Nullable Scope scope(
            @Nullable Amount committed, Amount added, Amount removed, Sprint.@Nullable Outcome outcome) {
        if (committed == null) {
            return null;
        }
        return outcome == null
                ? new Sprint.Scope(committed, added, removed)
                : new Sprint.Scope(committed, outcome.added(), outcome.removed());
    }
}
