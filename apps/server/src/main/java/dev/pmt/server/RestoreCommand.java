package dev.pmt.server;

import dev.pmt.server.backup.BackupReader;
import dev.pmt.server.backup.SchemaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pmt restore FILE}: brings a backup into an empty home, or an empty external database. */
@Command(
        name = "pmt restore",
        mixinStandardHelpOptions = true,
        description =
                "Restores a backup into an empty home, or an empty external database; checks the whole file first.")
final class RestoreCommand implements Callable<Integer> {

    /** What a home may hold and still count as empty: none of it is data. */
    private static final List<String> NO_DATA = List.of("run", "logs", "backups");

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--topology",
            paramLabel = "NAME",
            description =
                    "monolith, split, doors or a file: where it says \"databases: own\", each service's data get a database"
                            + " of their own (default: ${DEFAULT-VALUE})",
            defaultValue = "monolith")
    private String topology = "";

    @Parameters(paramLabel = "FILE", description = "a file that pmt backup wrote")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        return Exit.of(this::restore);
    }

    private void restore() {
        var external = options.database();
        var separately = Topology.named(topology).ownDatabases();
        try (var backup = BackupReader.open(file.toAbsolutePath());
                var resources = new Resources()) {
            Restoration.refuseUnfinished(options.home());
            refuseOccupied(options.home());
            var home = resources.open(() -> Home.open(options.home()));
            var secrets = new Secrets(home.directory());
            var source = external.map(ExternalDatabase::open);
            source.ifPresent(database -> ExternalDatabase.refuseOccupied(database, HomeOptions.owners()));
            Restoration.begin(home);
            secrets.adopt(backup.secrets());
            backup.restoreFiles(home.directory());
            Database database =
                    source.isPresent() ? source.get() : resources.open(() -> EmbeddedDatabase.start(home, secrets));
            load(backup, database, secrets, separately);
            Restoration.end(home);
            System.out.println(
                    "Restored " + file + ", made by PMT " + backup.manifest().program() + " at "
                            + backup.manifest().createdAt() + ": " + BackupCommand.describe(backup.manifest()));
        }
    }

    private static void load(BackupReader backup, Database database, Secrets secrets, boolean separately) {
        var loader = new SchemaLoader(backup, new Access(database.databases(), secrets));
        for (var service : SchemaLoader.order(backup.manifest())) {
            if (separately) {
                database.databases().separate(service.name());
            }
            database.provision(service.name(), secrets.ofDatabase(service.name()));
            loader.load(service);
        }
    }

    private static void refuseOccupied(Path home) {
        if (Files.notExists(home)) {
            return;
        }
        try (var files = Files.list(home)) {
            if (files.anyMatch(entry -> !NO_DATA.contains(entry.getFileName().toString()))) {
                throw new Failure(
                        Exit.BACKUP_REFUSED,
                        "A backup must be restored into an empty home, but " + home + " holds something. Name another"
                                + " with --home, or move it away.");
            }
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The home must be a directory that this user can read: " + home, e);
        }
    }
}
