package dev.pmt.api.tasks;

import dev.pmt.api.wire.Cursor;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An expression that orders tasks; tasks without a value come last in either direction.
 *
 * @param empties whether there may be no value
 * @param decides whether no two tasks of a project share a value, so that nothing further is needed to order them
 */
record SortKey(String sql, Type type, boolean empties, boolean decides, boolean descending) {

    /** What the expression gives. */
    enum Type {
        TEXT,
        NUMBER,
        TIME,
        DAY,
        ID
    }

    static SortKey of(String sql, Type type) {
        return new SortKey(sql, type, false, false, false);
    }

    static SortKey withEmpties(String sql, Type type) {
        return new SortKey(sql, type, true, false, false);
    }

    static SortKey deciding(String sql, Type type) {
        return new SortKey(sql, type, false, true, false);
    }

    SortKey descending(boolean wanted) {
        return new SortKey(sql, type, empties, decides, wanted);
    }

    /** Returns what stands behind ORDER BY. */
    String order() {
        return sql + (descending ? " DESC" : "") + (empties ? " NULLS LAST" : "");
    }

    /** Reads a row's value as a cursor keeps it; null when there is none. */
    @Nullable
    String read(Columns columns) throws SQLException {
        return switch (type) {
            case TEXT, NUMBER -> columns.textOrNull();
            case TIME -> columns.time().toString();
            case DAY -> text(columns.day());
            case ID -> columns.id().toString();
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Returns what a cursor keeps as a parameter. */
    Object parameter(Cursor cursor, int index) {
        return switch (type) {
            case TEXT -> cursor.string(index);
            case NUMBER -> cursor.decimal(index);
            case TIME -> cursor.time(index).atOffset(ZoneOffset.UTC);
            case DAY -> cursor.day(index);
            case ID -> cursor.id(index);
        };
    }
}
