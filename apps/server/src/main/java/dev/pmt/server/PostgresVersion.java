package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The major version of the embedded PostgreSQL: a data directory belongs to exactly one. */
final class PostgresVersion {

    /** The major version of the binaries that this program brings. */
    static final int EMBEDDED = 18;

    private PostgresVersion() {}

    /** Refuses a data directory of another version before anything touches it. */
    static void refuseOther(Path data) {
        var file = data.resolve("PG_VERSION");
        if (Files.notExists(file)) {
            return;
        }
        var version = read(file);
        if (version == EMBEDDED) {
            return;
        }
        var remedy = version > EMBEDDED
                ? "they are newer than this program; run the PMT that made them."
                : "make a backup with the PMT that made them and restore it into an empty home.";
        throw new Failure(
                Exit.VERSION_MISMATCH,
                "The data in " + data + " are of PostgreSQL " + version + ", this PMT brings PostgreSQL " + EMBEDDED
                        + ": " + remedy);
    }

    private static int read(Path file) {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The data directory must say its version in " + file + ".", e);
        }
    }
}
