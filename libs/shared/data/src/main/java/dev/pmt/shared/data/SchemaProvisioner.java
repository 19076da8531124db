package dev.pmt.shared.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Gives a service its role and schema, so that a query across schemas fails at once. Idempotent; sets the password anew. */
public final class SchemaProvisioner {

    // What is skipped renders as an empty text: the GRANT for a superuser, the REVOKEs for one who does not own what
    // they are about. An administrator who is no superuser must be a member of the role, to make it a schema's owner.
    private static final List<String> STATEMENTS = List.of(
            """
            SELECT CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = s.name)
                        THEN format('ALTER ROLE %I LOGIN PASSWORD %L', s.name, s.password)
                        ELSE format('CREATE ROLE %I LOGIN PASSWORD %L', s.name, s.password) END
              FROM (SELECT ?::text AS name, ?::text AS password) s
            """,
            """
            SELECT CASE WHEN r.rolsuper THEN ''
                        ELSE format('GRANT %I TO CURRENT_USER WITH SET TRUE, INHERIT TRUE', s.name) END
              FROM (SELECT ?::text AS name, ?::text) s, pg_roles r WHERE r.rolname = current_user
            """,
            """
            SELECT CASE WHEN pg_has_role(datdba, 'USAGE')
                        THEN format('REVOKE ALL ON DATABASE %I FROM PUBLIC', datname) ELSE '' END
              FROM (SELECT ?::text, ?::text) s, pg_database WHERE datname = current_database()
            """,
            """
            SELECT CASE WHEN pg_has_role(datdba, 'USAGE')
                        THEN format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', datname, s.name) ELSE '' END
              FROM (SELECT ?::text AS name, ?::text) s, pg_database WHERE datname = current_database()
            """,
            "SELECT format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', s.name, s.name) FROM (SELECT ?::text AS name, ?::text) s",
            """
            SELECT coalesce((SELECT 'REVOKE ALL ON SCHEMA public FROM PUBLIC' FROM pg_namespace
                              WHERE nspname = 'public' AND pg_has_role(nspowner, 'USAGE')), '')
              FROM (SELECT ?::text, ?::text) s
            """,
            "SELECT format('ALTER ROLE %I SET search_path = %I', s.name, s.name) FROM (SELECT ?::text AS name, ?::text) s",
            "SELECT format('ALTER ROLE %I SET default_transaction_isolation = %L', s.name, 'read committed') FROM (SELECT ?::text AS name, ?::text) s");

    private SchemaProvisioner() {}

    /**
     * Creates or repairs the role and schema called {@code service}.
     *
     * @param administrator a connection of a superuser, or of a role with CREATEROLE and the right to create schemas in
     *     this database (PostgreSQL 16 or newer)
     */
    public static void provision(Connection administrator, String service, String password) throws SQLException {
        for (var statement : STATEMENTS) {
            var ddl = render(administrator, statement, service, password);
            if (!ddl.isEmpty()) {
                execute(administrator, ddl);
            }
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
