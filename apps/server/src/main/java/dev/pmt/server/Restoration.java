package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mark of a restore under way: a home whose restore was broken off must not be mistaken for a whole one. */
final class Restoration {

    private static final String MARK = "restore-unfinished";

    private Restoration() {}

    /** Sets the mark. */
    static void begin(Home home) {
        try {
            Files.createFile(home.resolve(MARK));
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The home must be writable: " + home.directory(), e);
        }
    }

    /** Takes the mark away. */
    static void end(Home home) {
        try {
            Files.delete(home.resolve(MARK));
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The home must be writable: " + home.directory(), e);
        }
    }

    /** Refuses a home whose restore did not come to its end. */
    static void refuseUnfinished(Path home) {
        if (Files.exists(home.resolve(MARK))) {
            throw new Failure(
                    Exit.HOME_UNUSABLE,
                    "A restore into " + home + " did not finish, so it does not hold all data. Remove that directory"
                            + " and restore again.");
        }
    }
}
