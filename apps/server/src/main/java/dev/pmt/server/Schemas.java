package dev.pmt.server;

import dev.pmt.server.backup.BackupException;
import java.time.Clock;
import java.util.List;

/** Brings the database into the state that the services expect to find, or refuses it untouched. */
final class Schemas {

    private final Home home;
    private final Database database;
    private final Secrets secrets;
    private final List<String> owners;
    private final boolean separately;
    private final Console console;

    Schemas(Home home, Database database, Secrets secrets, Topology topology, Console console) {
        this.home = home;
        this.database = database;
        this.secrets = secrets;
        this.owners =
                topology.services().stream().filter(Installation::ownsSchema).toList();
        this.separately = topology.ownDatabases();
        this.console = console;
    }

    /** Checks every schema's history, makes roles and schemas, and takes a backup if a migration is about to change data. */
    void prepare() {
        var state = SchemaCheck.of(database, owners);
        if (state != SchemaCheck.State.EMPTY && !secrets.areThereForData()) {
            throw new Failure(
                    Exit.HOME_UNUSABLE,
                    "The database holds data, but the secret that opens the signing keys is missing in "
                            + home.resolve("secrets") + ". Use the home of that installation with --home.");
        }
        if (separately) {
            separate();
        }
        owners.forEach(service -> database.provision(service, secrets.ofDatabase(service)));
        if (state == SchemaCheck.State.OLDER) {
            try {
                console.done("backup "
                        + new AutomaticBackups(home, Clock.systemUTC())
                                .take(new Access(database.databases(), secrets), owners));
            } catch (BackupException e) {
                throw new Failure(
                        Exit.FAILED,
                        "No backup could be taken before the migration, so nothing was changed. " + e.getMessage(),
                        e);
            }
        }
    }

    /** Gives each service a database of its own; data that are in the shared one stay there. */
    private void separate() {
        var shared = owners.stream()
                .filter(service -> !database.databases().separate(service))
                .toList();
        if (!shared.isEmpty()) {
            console.say("  The data of " + String.join(", ", shared)
                    + " stay in the database that services share; to give them"
                    + " their own, restore a backup with --topology.");
        }
    }
}
