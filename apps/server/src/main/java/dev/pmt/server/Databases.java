package dev.pmt.server;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where on one PostgreSQL server each service's data are: in a database of the service's own where there is one, else in the
 * one that services share. It is looked up and never told, so that whoever starts, backs up or restores finds the same data.
 *
 * @param shared the database that services share; a service's own is called {@code <shared>_<service>}
 */
record Databases(DatabaseAddress shared) {

    /** Returns the administrator's way to the database that holds a service's data. */
    DatabaseAddress of(String service) {
        try (var connection = shared.connect()) {
            return of(connection, service);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(shared, e);
        }
    }

    /** Opens a connection of the administrator to the database that holds a service's data. */
    Connection connect(String service) throws SQLException {
        var connection = shared.connect();
        try {
            var place = of(connection, service);
            if (place.equals(shared)) {
                return connection;
            }
            connection.close();
            return place.connect();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Answers whether a service has a database of its own. */
    boolean isSeparate(String service) {
        return !of(service).equals(shared);
    }

    /**
     * Gives a service a database of its own, unless it has one or has tables in the shared one: data move by {@code restore}.
     *
     * @return whether it has its own now
     */
    boolean separate(String service) {
        try (var connection = shared.connect()) {
            if (of(connection, service).equals(shared) && !hasTables(connection, service)) {
                create(connection, service);
            }
            return !of(connection, service).equals(shared);
        } catch (SQLException e) {
            throw DatabaseRefusal.ofSeparation(shared, service, e);
        }
    }

    /** Answers whether there are tables of a service in the connection's database. */
    static boolean hasTables(Connection connection, String service) throws SQLException {
        return !one(connection, "SELECT tablename FROM pg_tables WHERE schemaname = ? LIMIT 1", service)
                .isEmpty();
    }

    private DatabaseAddress of(Connection connection, String service) throws SQLException {
        var own = one(
                connection, "SELECT datname FROM pg_database WHERE datname = current_database() || '_' || ?", service);
        return own.isEmpty() ? shared : shared.named(own);
    }

    private static void create(Connection connection, String service) throws SQLException {
        var create = one(
                connection,
                "SELECT format('CREATE DATABASE %I ENCODING ''UTF8'' TEMPLATE template0', current_database() || '_' || ?)",
                service);
        try (var statement = connection.createStatement()) {
            statement.execute(create);
        }
    }

    /** Returns the first row's text, or an empty one. */
    static String one(Connection connection, String sql, String argument) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
