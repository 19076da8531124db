package dev.pmt.gateway.home;

import dev.pmt.shared.service.ServiceStartException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files in a folder that only the owner may enter (0700), themselves 0600. */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Makes the folder unless it is there, and closes it to others. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Closes a file to others. */
    public static void close(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Writes the text so that the file is never there without its permissions, nor half written. */
    public static void write(Path file, String text) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), ".", ".new", OWNERS);
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds a line at the end, and makes the file if it is not there. */
    static void append(Path file, String line) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, OWNERS);
        }
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    /** Removes what a killed process left at a socket's path. @throws ServiceStartException when somebody listens there */
    public static void removeStaleSocket(Path socket) throws IOException {
        if (Files.exists(socket) && answers(socket)) {
            throw new ServiceStartException("A PMT with this home runs already: " + socket + " answers.", null);
        }
        Files.deleteIfExists(socket);
    }

    private static boolean answers(Path socket) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (SocketException nobody) {
            return false;
        }
    }
}
