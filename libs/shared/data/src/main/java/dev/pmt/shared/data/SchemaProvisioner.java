package dev.pmt.shared.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Gives a service its role and schema, so that a query across schemas fails at once. Idempotent; sets the password anew. */
public final class SchemaProvisioner {

    private static final List<String> STATEMENTS = List.of(
            """
            SELECT CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = s.name)
                        THEN format('ALTER ROLE %I LOGIN PASSWORD %L', s.name, s.password)
                        ELSE format('CREATE ROLE %I LOGIN PASSWORD %L', s.name, s.password) END
              FROM (SELECT ?::text AS name, ?::text AS password) s
            """,
            "SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) FROM (SELECT ?::text, ?::text) s",
            "SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), s.name) FROM (SELECT ?::text AS name, ?::text) s",
            "SELECT format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', s.name, s.name) FROM (SELECT ?::text AS name, ?::text) s",
            "SELECT format('REVOKE ALL ON SCHEMA public FROM PUBLIC') FROM (SELECT ?::text, ?::text) s",
            "SELECT format('ALTER ROLE %I SET search_path = %I', s.name, s.name) FROM (SELECT ?::text AS name, ?::text) s",
            "SELECT format('ALTER ROLE %I SET default_transaction_isolation = %L', s.name, 'read committed') FROM (SELECT ?::text AS name, ?::text) s");

    private SchemaProvisioner() {}

    /** Creates or repairs the role and schema called {@code service}, over a superuser's connection. */
    public static void provision(Connection superuser, String service, String password) throws SQLException {
        for (var statement : STATEMENTS) {
            execute(superuser, render(superuser, statement, service, password));
        }
    }

    /** Lets PostgreSQL itself quote the identifiers and literals: DDL takes no parameters. */
    private static String render(Connection connection, String statement, String service, String password)
            throws SQLException {
        try (var query = connection.prepareStatement(statement)) {
            query.setString(1, service);
            query.setString(2, password);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void execute(Connection connection, String ddl) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ddl);
        }
    }
}
