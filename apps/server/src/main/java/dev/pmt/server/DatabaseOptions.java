package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which PostgreSQL to use; without any of these, the embedded one. */
final class DatabaseOptions {

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "an external PostgreSQL 16 or newer instead of the embedded one:"
                    + " postgresql://ADMIN@HOST:PORT/DATABASE (also PMT_DB)")
    private @Nullable String url;

    @Option(
            names = "--db-password-file",
            paramLabel = "FILE",
            description = "holds the administrator's password, mode 0600 (also PMT_DB_PASSWORD_FILE;"
                    + " PMT_DB_PASSWORD holds the password itself)")
    private @Nullable Path passwordFile;

    /** Returns where the external database is, if one was named. @throws Failure when the options make no sense */
    Optional<DatabaseAddress> address(Map<String, String> environment) {
        var named = url == null ? environment.getOrDefault("PMT_DB", "") : url;
        return named.isBlank()
                ? Optional.empty()
                : Optional.of(DatabaseAddress.parse(named.strip(), password(environment)));
    }

    private @Nullable String password(Map<String, String> environment) {
        var named = environment.get("PMT_DB_PASSWORD_FILE");
        var file = passwordFile == null && named != null ? Path.of(named) : passwordFile;
        return file == null ? environment.get("PMT_DB_PASSWORD") : read(file);
    }

    private static String read(Path file) {
        try {
            var mode = Files.getPosixFilePermissions(file);
            if (mode.contains(PosixFilePermission.GROUP_READ) || mode.contains(PosixFilePermission.OTHERS_READ)) {
                throw new Failure(
                        Exit.USAGE, "The password file must be readable by its owner only (chmod 600): " + file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure(Exit.USAGE, "The password file must be readable by this user: " + file, e);
        }
    }
}
