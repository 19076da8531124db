package dev.pmt.shared.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Tells a database that is away, or that takes no writes of this process, from a bug. */
final class DatabaseOutage {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private DatabaseOutage() {}

    /**
     * Returns what to answer when a lost connection (SQLSTATE 08, 57P0x), want of room (53, 58030) or the fence (PF) is among
     * the causes.
     */
    static Optional<ProblemException> refusal(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return Optional.of(away());
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                if (isOutage(sql.getSQLState())) {
                    return Optional.of(away());
                }
                if (sql.getSQLState().startsWith("PF")) {
                    return Optional.of(fenced());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(String state) {
        return state.startsWith("08") || state.startsWith("57P0") || state.startsWith("53") || state.equals("58030");
    }

    private static ProblemException away() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "The database does not answer. Nothing was saved; try again in a moment.",
                PAUSE);
    }

    private static ProblemException fenced() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "writes-moved",
                "Another database takes these writes now. Nothing was saved; try again in a moment.",
                PAUSE);
    }
}
