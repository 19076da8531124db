package dev.pmt.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command talks to, and as whom. */
final class ConnectionOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "home directory of the PMT on this machine (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_HOME:-${sys:user.home}/.pmt}")
    private Path home = Path.of(".");

    @Option(names = "--as", paramLabel = "EMAIL", description = "act as this user (default: the first administrator)")
    private @Nullable String as;

    @Option(names = "--url", paramLabel = "URL", description = "a PMT elsewhere, instead of --home; needs --token")
    private @Nullable URI url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "access token for --url (default: the environment's PMT_TOKEN)",
            defaultValue = "${env:PMT_TOKEN}")
    private @Nullable String token;

    /** Opens the connection. @throws CommandFailure when the options do not fit together or nothing runs there */
    Connection open() {
        if (url == null) {
            return Connection.local(home.toAbsolutePath().normalize().resolve("run/admin.sock"), as);
        }
        if (token == null || token.isBlank()) {
            throw new CommandFailure("--url needs an access token: give --token or set PMT_TOKEN.");
        }
        if (as != null) {
            throw new CommandFailure("--as works on this machine only; with --url the token says who you are.");
        }
        return Connection.remote(url, token);
    }

    Path home() {
        return home.toAbsolutePath().normalize();
    }
}
