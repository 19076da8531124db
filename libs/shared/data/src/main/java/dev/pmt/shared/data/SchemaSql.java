package dev.pmt.shared.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Statements about a service's schema, whose name is a parameter. */
final class SchemaSql {

    private SchemaSql() {}

    /** Prepares a statement in which {@code %I} stands for the schema; PostgreSQL itself quotes the name. */
    static PreparedStatement prepare(Connection connection, String template, String schema) throws SQLException {
        try (var query = connection.prepareStatement("SELECT format(?::text, ?::text)")) {
            query.setString(1, template);
            query.setString(2, schema);
            try (var row = query.executeQuery()) {
                row.next();
                return connection.prepareStatement(row.getString(1));
            }
        }
    }

    static boolean hasTable(Connection connection, String schema, String table) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_tables WHERE schemaname = ? AND tablename = ?")) {
            query.setString(1, schema);
            query.setString(2, table);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
