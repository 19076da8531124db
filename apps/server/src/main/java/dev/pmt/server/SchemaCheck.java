package dev.pmt.server;

import dev.pmt.shared.data.Migrations;
import java.sql.SQLException;
import java.util.List;

/** Compares the schemas' histories with the migrations that this program brings, before any service starts. */
final class SchemaCheck {

    /** How the data compare with this program. */
    enum State {
        EMPTY,
        OLDER,
        CURRENT
    }

    private SchemaCheck() {}

    /** Looks, changes nothing. @throws Failure when a schema has had a migration that this program does not know */
    static State of(Database database, List<String> services) {
        var state = State.EMPTY;
        for (var service : services) {
            var known = Migrations.known(service);
            var applied = applied(database, service);
            refuseUnknown(service, known, applied);
            if (!applied.isEmpty() && state != State.OLDER) {
                state = applied.containsAll(known) ? State.CURRENT : State.OLDER;
            }
        }
        return state;
    }

    private static List<String> applied(Database database, String service) {
        try (var connection = database.databases().connect(service)) {
            return Migrations.applied(connection, service);
        } catch (SQLException e) {
            throw "42501".equals(e.getSQLState())
                    ? new Failure(
                            Exit.DATABASE_REFUSED,
                            "The database's administrator must be a member of each service's role, to see its schema; of "
                                    + service + " it is not.",
                            e)
                    : new Failure(Exit.FAILED, "The state of the database could not be read.", e);
        }
    }

    private static void refuseUnknown(String service, List<String> known, List<String> applied) {
        applied.stream().filter(version -> !known.contains(version)).findFirst().ifPresent(version -> {
            throw new Failure(
                    Exit.VERSION_MISMATCH,
                    "The data are newer than this program: schema " + service + " has had migration " + version
                            + ", which PMT " + Version.current() + " does not know. Run the newer PMT, or restore a"
                            + " backup that this one made.");
        });
    }
}
