package dev.pmt.server.backup;

import dev.pmt.shared.data.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a schema is made of, read from PostgreSQL's own tables. */
final class Catalogue {

    private Catalogue() {}

    /** Returns the tables that hold rows, without the migrations' history: a restore makes that anew. */
    static List<String> tables(Connection connection, String schema) throws SQLException {
        return Sql.strings(connection, """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = ? AND c.relkind = 'r' AND c.relname <> ? ORDER BY c.relname COLLATE "C"
                """, schema, Migrations.HISTORY);
    }

    /** Returns a table's columns, without those that PostgreSQL computes. */
    static List<String> columns(Connection connection, String schema, String table) throws SQLException {
        return Sql.strings(connection, """
                SELECT a.attname FROM pg_attribute a
                  JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                 ORDER BY a.attnum
                """, schema, table);
    }

    /** Returns the sequences that have given a number away. */
    static List<Manifest.Sequence> sequences(Connection connection, String schema) throws SQLException {
        var result = new ArrayList<Manifest.Sequence>();
        try (var query = connection.prepareStatement("""
                SELECT sequencename, last_value FROM pg_sequences
                 WHERE schemaname = ? AND last_value IS NOT NULL ORDER BY sequencename COLLATE "C"
                """)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    result.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
                }
            }
        }
        return result;
    }

    /** Returns statements that take the foreign keys away, and those that put them back. */
    static List<List<String>> foreignKeys(Connection connection, String schema) throws SQLException {
        var keys = """
                  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = ? AND k.contype = 'f' AND k.conparentid = 0 ORDER BY k.oid
                """;
        return List.of(
                Sql.strings(
                        connection,
                        "SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', n.nspname, c.relname, k.conname)" + keys,
                        schema),
                Sql.strings(
                        connection,
                        "SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, k.conname,"
                                + " pg_get_constraintdef(k.oid))" + keys,
                        schema));
    }

    /** Returns statements that silence the schema's own triggers, and those that give each its state again. */
    static List<List<String>> triggers(Connection connection, String schema) throws SQLException {
        var triggers = """
                  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = ? AND NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'D' ORDER BY t.oid
                """;
        return List.of(
                Sql.strings(
                        connection,
                        "SELECT format('ALTER TABLE %I.%I DISABLE TRIGGER %I', n.nspname, c.relname, t.tgname)"
                                + triggers,
                        schema),
                Sql.strings(
                        connection,
                        "SELECT format('ALTER TABLE %I.%I ENABLE %s TRIGGER %I', n.nspname, c.relname, CASE t.tgenabled"
                                + " WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname)" + triggers,
                        schema));
    }
}
