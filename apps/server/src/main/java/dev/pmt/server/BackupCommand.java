package dev.pmt.server;

import dev.pmt.server.backup.BackupWriter;
import dev.pmt.server.backup.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pmt backup FILE}: everything in one file, from a running installation or a stopped one. */
@Command(
        name = "pmt backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all data into one file, while PMT runs or when it is stopped.",
            "The file holds the secret that opens the signing keys: keep it as safe as the home directory."
        })
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "FILE", description = "where to write; an older file of that name is replaced")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        return Exit.of(this::backUp);
    }

    private void backUp() {
        var home = options.home();
        var external = options.database();
        if (external.isEmpty() && Files.notExists(home.resolve("postgresql/data/PG_VERSION"))) {
            throw new Failure(
                    Exit.HOME_UNUSABLE, "There are no data to back up in " + home + ". Name another with --home.");
        }
        if (Files.notExists(home.resolve("secrets"))) {
            throw new Failure(Exit.HOME_UNUSABLE, "The home must hold the installation's secrets: " + home);
        }
        if (external.isPresent()) {
            ExternalDatabase.open(external.get());
            write(home, external.get());
            return;
        }
        var running = RunningDatabase.find(home);
        if (running.isPresent()) {
            write(home, running.get());
            return;
        }
        try (var resources = new Resources()) {
            var taken = resources.open(() -> Home.open(home));
            var database = resources.open(() -> EmbeddedDatabase.start(taken, new Secrets(home)));
            write(home, database.address());
        }
    }

    private void write(Path home, DatabaseAddress database) {
        var secrets = new Secrets(home);
        var manifest = new BackupWriter(
                        home, Version.current(), Clock.systemUTC(), new Access(new Databases(database), secrets))
                .write(file.toAbsolutePath(), HomeOptions.owners(), secrets.neededByData());
        System.out.println("Backed up to " + file + " (" + size() + "): " + describe(manifest));
        System.out.println("It holds the secret that opens the signing keys: keep it as safe as the home directory.");
    }

    /** Says for people what a backup holds. */
    static String describe(Manifest manifest) {
        var rows = manifest.services().stream()
                .map(service -> "%s %,d rows in %d tables"
                        .formatted(
                                service.name(), service.rows(), service.tables().size()))
                .collect(Collectors.joining(", "));
        return manifest.files().isEmpty()
                ? rows
                : rows + ", %,d files".formatted(manifest.files().size());
    }

    private String size() {
        try {
            return "%.1f MB".formatted(Files.size(file) / 1e6);
        } catch (IOException e) {
            return "unknown size";
        }
    }
}
