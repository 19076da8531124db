package dev.pmt.server;

import dev.pmt.server.backup.BackupWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** The backups that PMT takes by itself before it migrates: in {@code backups/} of the home, the newest five. */
final class AutomaticBackups {

    static final int KEPT = 5;

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Home home;
    private final Clock clock;

    AutomaticBackups(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** Takes one, removes what is too old, and returns the file. */
    Path take(Access access, List<String> services) {
        var directory = home.resolve("backups");
        var name = "before-" + Version.current() + "-" + TIMESTAMP.format(clock.instant()) + ".pmtbackup";
        var file = directory.resolve(name);
        try {
            Home.createPrivately(directory);
            new BackupWriter(home.directory(), Version.current(), clock, access)
                    .write(file, services, access.secrets().neededByData());
            prune(directory);
            return file;
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The directory must be writable, for a backup: " + directory, e);
        }
    }

    private static void prune(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var surplus = files.filter(file -> file.getFileName().toString().matches("before-.*\\.pmtbackup"))
                    .sorted(Comparator.comparing(AutomaticBackups::timestamp).reversed())
                    .skip(KEPT)
                    .toList();
            for (var file : surplus) {
                Files.delete(file);
            }
        }
    }

    /** The end of the name: versions do not sort by their text. */
    private static String timestamp(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('-'));
    }
}
