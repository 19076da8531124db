package dev.pmt.api.tasks;

import dev.pmt.api.projects.UserId;
import dev.pmt.api.wire.WireName;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row that are not plain texts and numbers. */
final class Columns {

    private Columns() {}

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable BigDecimal points(ResultSet row) throws SQLException {
        return Points.shortestOrNull(row.getBigDecimal("points"));
    }

    static List<String> labels(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("labels").getArray());
    }

    static TaskType type(ResultSet row) throws SQLException {
        return WireName.parse(TaskType.class, row.getString("type"));
    }

    static Priority priority(ResultSet row) throws SQLException {
        return WireName.parse(Priority.class, row.getString("priority"));
    }
}
