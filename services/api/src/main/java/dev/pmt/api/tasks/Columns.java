package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.WireName;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row column by column, in the order in which the query names them, which spares a look-up by name for each. */
final class Columns {

    private final ResultSet row;
    private int column;

    Columns(ResultSet row) {
        this.row = row;
    }

    UUID id() throws SQLException {
        return Objects.requireNonNull(row.getObject(++column, UUID.class));
    }

    @Nullable
    UserId user() throws SQLException {
        var id = row.getObject(++column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    long number() throws SQLException {
        return row.getLong(++column);
    }

    @Nullable
    Integer smallOrNull() throws SQLException {
        return row.getObject(++column, Integer.class);
    }

    String text() throws SQLException {
        return Objects.requireNonNull(textOrNull());
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    Instant time() throws SQLException {
        return row.getObject(++column, OffsetDateTime.class).toInstant();
    }

    @Nullable
    Instant timeOrNull() throws SQLException {
        var time = row.getObject(++column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Nullable
    BigDecimal points() throws SQLException {
        return Points.shortestOrNull(row.getBigDecimal(++column));
    }

    @Nullable
    LocalDate day() throws SQLException {
        return row.getObject(++column, LocalDate.class);
    }

    List<String> labels() throws SQLException {
        return List.of((String[]) row.getArray(++column).getArray());
    }

    CustomValues custom() throws SQLException {
        return CustomValues.parse(text());
    }

    /** Reads a parent's id, number, type and title; the project is the task's own. */
    @Nullable
    ParentTask parent(String projectKey) throws SQLException {
        var array = row.getArray(++column);
        if (array == null) {
            return null;
        }
        var values = (String[]) array.getArray();
        return new ParentTask(
                new TaskId(UUID.fromString(values[0])),
                new TaskKey(projectKey, Long.parseLong(values[1])).toString(),
                values[3],
                WireName.parse(TaskType.class, values[2]));
    }

    @Nullable
    SprintId sprintId() throws SQLException {
        var id = row.getObject(++column, UUID.class);
        return id == null ? null : new SprintId(id);
    }

    /** Reads a sprint's id, name and state, and whether the task came into it after its start. */
    @Nullable
    TaskSprint sprint() throws SQLException {
        var array = row.getArray(++column);
        if (array == null) {
            return null;
        }
        var values = (String[]) array.getArray();
        return new TaskSprint(
                SprintId.valueOf(values[0]),
                values[1],
                WireName.parse(SprintState.class, values[2]),
                Boolean.parseBoolean(values[3]));
    }

    /** Reads a number of tasks and their points. */
    Amount amount() throws SQLException {
        return Objects.requireNonNull(amountOrNull());
    }

    /** Reads a number of tasks and their points; null when nothing was counted yet. */
    @Nullable
    Amount amountOrNull() throws SQLException {
        var tasks = number();
        var points = points();
        return points == null ? null : new Amount(tasks, points);
    }

    Children children() throws SQLException {
        var counts = (Long[]) row.getArray(++column).getArray();
        return new Children(counts[0], counts[1]);
    }

    TaskType type() throws SQLException {
        return WireName.parse(TaskType.class, text());
    }

    Priority priority() throws SQLException {
        return WireName.parse(Priority.class, text());
    }
}
