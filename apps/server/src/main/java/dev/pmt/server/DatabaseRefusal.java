package dev.pmt.server;

import java.sql.SQLException;

/** Puts into one sentence why an external PostgreSQL cannot be used, from the SQLSTATE of what it answered. */
final class DatabaseRefusal {

    private DatabaseRefusal() {}

    static Failure of(DatabaseAddress address, SQLException e) {
        return new Failure(Exit.DATABASE_REFUSED, sentence(address, state(e)), e);
    }

    static Failure ofProvisioning(DatabaseAddress address, String service, SQLException e) {
        return state(e).equals("42501")
                ? new Failure(
                        Exit.DATABASE_REFUSED,
                        "The external PostgreSQL has a role " + service + " that " + address.user()
                                + " may not manage. As a superuser: GRANT " + service + " TO " + address.user()
                                + " WITH ADMIN OPTION; or use a server where that name is free.",
                        e)
                : of(address, e);
    }

    static Failure ofSeparation(DatabaseAddress address, String service, SQLException e) {
        return state(e).equals("42501")
                ? new Failure(
                        Exit.DATABASE_REFUSED,
                        "The external PostgreSQL must let " + address.user() + " create a database for " + service
                                + ", as the topology wants it. As a superuser: ALTER ROLE " + address.user()
                                + " CREATEDB;",
                        e)
                : of(address, e);
    }

    private static String sentence(DatabaseAddress address, String state) {
        return switch (state) {
            case "28P01", "28000" ->
                "The external PostgreSQL at " + address.place() + " refuses " + address.user()
                        + ": the password is wrong or the role may not connect from here.";
            case "08004" ->
                "The external PostgreSQL at " + address.place() + " wants a password for " + address.user()
                        + ": give it with PMT_DB_PASSWORD or --db-password-file.";
            case "3D000" -> "The external PostgreSQL has no such database; create it first: " + address.place();
            case "53300" -> "The external PostgreSQL has no connection free: " + address.place();
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? "No PostgreSQL answers at " + address.place() + "; check the address and that it runs."
                        : "The external PostgreSQL at " + address.place() + " refused with error " + state + ".";
        };
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
