package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every row of every table of a release, in the columns that it has.
 *
 * @param rows by the statement that reads a table
 */
record KeptRows(Map<String, List<String>> rows) {

    /** Where readers are, who writes, and which migrations there were: what goes on by itself. */
    private static final String TABLES = """
            SELECT format('SELECT ROW(%s)::text FROM %I.%I ORDER BY 1',
                          string_agg(format('%I', column_name), ', ' ORDER BY ordinal_position), table_schema, table_name)
              FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
               AND table_name NOT IN ('flyway_schema_history', 'fence_owner', 'event_relay', 'event_consumer')
             GROUP BY table_schema, table_name
            """;

    static KeptRows read(Connection connection) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var table : TableContents.strings(connection, TABLES)) {
            rows.put(table, TableContents.strings(connection, table));
        }
        return new KeptRows(rows);
    }

    long count() {
        return rows.values().stream().mapToLong(List::size).sum();
    }

    /** Returns the rows that are no longer there as they were. */
    Map<String, List<String>> missing(Connection later) throws SQLException {
        var missing = new HashMap<String, List<String>>();
        for (var table : rows.entrySet()) {
            var gone = new ArrayList<>(table.getValue());
            TableContents.strings(later, table.getKey()).forEach(gone::remove);
            if (!gone.isEmpty()) {
                missing.put(table.getKey(), gone);
            }
        }
        return missing;
    }
}
