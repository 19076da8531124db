package dev.pmt.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The few shapes of statement that reading and loading a schema need; names are always quoted by PostgreSQL itself. */
final class Sql {

    private Sql() {}

    /** Runs a query with text arguments and returns its first column. */
    static List<String> strings(Connection connection, String query, String... arguments) throws SQLException {
        var result = new ArrayList<String>();
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(rows.getString(1));
                }
            }
        }
        return result;
    }

    /** Runs statements as they are. */
    static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Makes what leaves a table as text independent of the server's settings, and finds tables by their schema only. */
    static void settle(Connection connection) throws SQLException {
        execute(
                connection,
                List.of(
                        "SET datestyle = 'ISO'",
                        "SET intervalstyle = 'postgres'",
                        "SET timezone = 'UTC'",
                        "SET extra_float_digits = 1",
                        "SET client_encoding = 'UTF8'",
                        "SET statement_timeout = 0",
                        "SET idle_in_transaction_session_timeout = 0"));
    }

    /** Renders {@code COPY schema.table (columns) TO STDOUT} or {@code FROM STDIN}. */
    static String copy(Connection connection, String schema, String table, List<String> columns, String direction)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT format('COPY %I.%I (%s) %s', ?::text, ?::text, string_agg(quote_ident(name), ', ' ORDER BY at), ?::text)
                  FROM unnest(?::text[]) WITH ORDINALITY AS c(name, at)
                """)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            statement.setString(3, direction);
            statement.setArray(4, connection.createArrayOf("text", columns.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
