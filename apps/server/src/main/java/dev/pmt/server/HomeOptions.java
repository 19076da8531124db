package dev.pmt.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which installation a command is about. */
final class HomeOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory for data, secrets and logs (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_HOME:-${sys:user.home}/.pmt}")
    private Path home = Path.of(".");

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    /** Returns the external database, if the installation has one. */
    Optional<DatabaseAddress> database() {
        return database.address(System.getenv());
    }

    /** Returns the services that own a schema, producers before consumers. */
    static List<String> owners() {
        return Topology.named("monolith").services().stream()
                .filter(Installation::ownsSchema)
                .toList();
    }
}
