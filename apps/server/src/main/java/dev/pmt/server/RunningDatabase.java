package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the embedded PostgreSQL of an installation that another process runs. */
final class RunningDatabase {

    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    private RunningDatabase() {}

    /** Returns the way to it, or nothing when no server runs on the home's data. */
    static Optional<DatabaseAddress> find(Path home) {
        var data = home.resolve("postgresql/data");
        if (LeftoverPostmaster.find(data).isEmpty()) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= STATE_LINE || !lines.get(STATE_LINE).strip().equals("ready")) {
                throw new Failure(
                        Exit.HOME_IN_USE, "PMT is starting or stopping in " + home + "; try again in a moment.");
            }
            return Optional.of(EmbeddedDatabase.address(
                    Integer.parseInt(lines.get(PORT_LINE).strip()), new Secrets(home)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
