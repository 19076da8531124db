package dev.pmt.gateway.admin;

import dev.pmt.shared.service.ServiceStartException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files in a folder that only the owner may enter (0700), themselves 0600. */
final class PrivateFiles {

    private PrivateFiles() {}

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    static void close(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Writes the text so that the file is never there without its permissions, nor half written. */
    static void write(Path file, String text) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), ".", ".new");
        Files.writeString(fresh, text);
        close(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what a killed process left at a socket's path. @throws ServiceStartException when somebody listens there */
    static void removeStaleSocket(Path socket) throws IOException {
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
