package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table but the fence's, as text and sorted, to compare two databases with each other. */
final class TableContents {

    private TableContents() {}

    static Map<String, List<String>> of(Connection connection) throws SQLException {
        var contents = new TreeMap<String, List<String>>();
        for (var table : strings(connection, """
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                 WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                   AND tablename NOT IN ('flyway_schema_history', 'fence_owner')
                """)) {
            contents.put(table, strings(connection, "SELECT t::text FROM " + table + " t ORDER BY 1"));
        }
        return contents;
    }

    /** Returns keys and indexes, triggers and their states, and how far the sequences are. */
    static List<String> structure(Connection connection) throws SQLException {
        return strings(connection, """
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE connamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
                 UNION ALL
                SELECT indexdef FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                 UNION ALL
                SELECT tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
                 UNION ALL
                SELECT schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences
                 ORDER BY 1
                """);
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        var result = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                result.add(rows.getString(1));
            }
        }
        return result;
    }
}
