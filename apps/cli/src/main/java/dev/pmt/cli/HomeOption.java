package dev.pmt.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which installation on this machine a command talks to, as its first administrator. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "home directory of the PMT on this machine (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_HOME:-${sys:user.home}/.pmt}")
    private Path home = Path.of(".");

    /** Opens the connection. @throws CommandFailure when nothing runs there */
    Connection open() {
        return Connection.local(home.toAbsolutePath().normalize().resolve("run/admin.sock"), null);
    }
}
