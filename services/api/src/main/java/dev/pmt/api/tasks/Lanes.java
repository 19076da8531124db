package dev.pmt.api.tasks;

import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.StatusId;
import dev.pmt.api.queries.Query;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lanes of boards; callers have found the project as one of its members. Only counts: one walk over the cards, as the
 * board's own counts are. The cards of a lane and column are a filtered list, read a window at a time where they are in
 * sight; read here with all others they would grow with the board.
 */
@Repository
class Lanes {

    private record Cell(@Nullable String id, @Nullable ParentTask epic, Lane.Count count) {}

    private final JdbcClient jdbc;

    Lanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the cards that a filter lets pass, lane by lane; lanes without any are not there. */
    List<Lane> count(Project project, LaneKind kind, TaskFilter filter) {
        var conditions = filter.conditions(Query.ALL);
        var cells = jdbc.sql(kind.counts(conditions))
                .param("project", project.id().value())
                .params(conditions.params())
                .query((row, number) -> cell(new Columns(row), project.key()))
                .list();
        var lanes = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> Objects.requireNonNullElse(cell.id, ""), LinkedHashMap::new, Collectors.toList()));
        return lanes.values().stream().map(Lanes::lane).toList();
    }

    private static Lane lane(List<Cell> cells) {
        var first = cells.getFirst();
        return new Lane(first.id, first.epic, cells.stream().map(Cell::count).toList());
    }

    private static Cell cell(Columns columns, String project) throws SQLException {
        var count = new Lane.Count(new StatusId(columns.id()), columns.number());
        var id = columns.textOrNull();
        var epic = columns.parent(project);
        return new Cell(epic == null ? id : epic.key(), epic, count);
    }
}
