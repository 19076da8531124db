package dev.pmt.api.tasks;

import dev.pmt.api.queries.Condition;
import dev.pmt.api.queries.Condition.And;
import dev.pmt.api.queries.Condition.Clause;
import dev.pmt.api.queries.Condition.Not;
import dev.pmt.api.queries.Condition.Or;
import dev.pmt.api.queries.FieldKind;
import dev.pmt.api.queries.Operator;
import dev.pmt.api.queries.Query;
import dev.pmt.api.wire.Page;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the tasks that a query asks for, page by page; those of projects that the reader is no member of are not there. */
@Repository
class TaskSearch {

    // What a query does not name costs nothing: PostgreSQL drops a LEFT JOIN of which it needs no column.
    private static final String TABLES = """
              FROM task t
              JOIN project p ON p.id = t.project_id
              LEFT JOIN status s ON s.id = t.status_id
              LEFT JOIN profile a ON a.user_id = t.assignee_id
              LEFT JOIN profile r ON r.user_id = t.reporter_id
             WHERE
            """;

    // Words beyond these characters are found, but not shown.
    private static final String EXCERPTED = "left(t.description, 20000)";

    private record Row(TaskItem item, List<@Nullable String> keys) {}

    private final JdbcClient jdbc;
    private final QueryNames names;
    private final Clock clock;

    TaskSearch(JdbcClient jdbc, QueryNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Lists tasks.
     *
     * @param conditions further ones
     * @param order in which they come; that of the query is for its caller to give
     */
    Page<TaskItem> list(
            TaskScope scope, Query query, Conditions conditions, TaskOrder order, @Nullable String cursor, int limit) {
        narrow(scope, query, conditions);
        order.goOn(cursor, conditions);
        scope.bind(conditions.params());
        var words = words(query.condition()).collect(Collectors.joining(" "));
        var headlines = words.isEmpty() ? "" : headlines();
        conditions.with("words", words);
        var sql = "SELECT p.key, " + order.columns() + headlines + ", " + TaskItem.COLUMNS + TABLES
                + scope.holds() + conditions.sql()
                + " ORDER BY " + order.sql() + " LIMIT " + (limit + 1);
        var rows = jdbc.sql(sql)
                .params(conditions.params())
                .query((row, number) -> row(new Columns(row), order, !words.isEmpty()))
                .list();
        return Page.of(rows, limit, row -> order.cursor(row.keys)).map(Row::item);
    }

    /** Finds the ids of the tasks of a query in the order of their numbers, at most so many; archived ones if it names them. */
    List<TaskId> ids(TaskScope scope, Query query, int limit) {
        var conditions = TaskFilter.NONE.conditions(query);
        narrow(scope, query, conditions);
        scope.bind(conditions.params());
        var sql = "SELECT t.id" + TABLES + scope.holds() + conditions.sql() + " ORDER BY t.number LIMIT " + limit;
        return jdbc.sql(sql)
                .params(conditions.params())
                .query((row, number) -> new TaskId(new Columns(row).id()))
                .list();
    }

    private void narrow(TaskScope scope, Query query, Conditions conditions) {
        if (query.condition() != null) {
            var values = new QueryValues(names, scope, clock.instant());
            conditions.add(new QuerySql(values, conditions).of(query.condition()));
        }
    }

    private static String headlines() {
        return headline("t.title", "HighlightAll=true")
                + headline(EXCERPTED, "MaxFragments=1, MaxWords=20, MinWords=8");
    }

    private static String headline(String text, String how) {
        return ", ts_headline('simple', %s, %s, '%s, StartSel=%s, StopSel=%s')"
                .formatted(text, QuerySql.words(":words", " | "), how, TaskMatch.OPEN, TaskMatch.CLOSE);
    }

    /** Returns the words that are looked for. */
    private static Stream<String> words(@Nullable Condition condition) {
        return switch (condition) {
            case null -> Stream.of();
            case And(var parts) -> parts.stream().flatMap(TaskSearch::words);
            case Or(var parts) -> parts.stream().flatMap(TaskSearch::words);
            case Not not -> Stream.of();
            case Clause clause ->
                clause.field().kind() == FieldKind.WORDS && clause.operator() == Operator.CONTAINS
                        ? Stream.of(clause.values().getFirst().text())
                        : Stream.of();
        };
    }

    private static Row row(Columns columns, TaskOrder order, boolean isSearch) throws SQLException {
        var project = columns.text();
        var keys = new ArrayList<@Nullable String>();
        for (var key : order.keys()) {
            keys.add(key.read(columns));
        }
        var match = isSearch ? TaskMatch.of(columns.text(), columns.text()) : null;
        var item = TaskItem.read(columns, project);
        return new Row(match == null ? item : item.with(match), keys);
    }
}
