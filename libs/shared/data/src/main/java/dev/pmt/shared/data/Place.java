package dev.pmt.shared.data;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database that can hold a schema.
 *
 * @param name its server's system identifier and its own name: a copy on another server, or under another name, is another
 *     place; a standby that takes over is the same one
 */
public record Place(String name) {

    /** Returns the database at the other end of the connection; any role may ask. */
    public static Place of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT system_identifier || '/' || current_database() FROM pg_control_system()")) {
            row.next();
            return new Place(row.getString(1));
        }
    }
}
