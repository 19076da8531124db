package dev.pmt.shared.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is away from a bug. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Answers whether a lost connection (SQLSTATE 08, 57P0x), or want of room (53, 58030), is among the causes. */
    static boolean isCauseOf(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(String state) {
        return state.startsWith("08") || state.startsWith("57P0") || state.startsWith("53") || state.equals("58030");
    }
}
