package dev.pmt.server;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code pmt install}: what somebody must do once where no supervisor runs the services, as in containers; each may be repeated. */
@Command(
        name = "pmt install",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Prepares an installation whose services run in containers; each step may be repeated.",
        subcommands = {InstallSecrets.class, InstallDatabases.class, InstallLink.class})
final class InstallCommand {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "directory in which the installation's secrets are kept (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_HOME:-${sys:user.home}/.pmt}")
    private Path home = Path.of(".");

    Path home() {
        return home.toAbsolutePath().normalize();
    }
}
