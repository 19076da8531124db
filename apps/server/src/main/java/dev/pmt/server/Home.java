package dev.pmt.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The one directory that holds an installation's data, secrets and logs; readable by its owner only, used by one process. */
final class Home implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Creates what is missing and takes the lock. @throws Failure when another process has it or it cannot be used */
    static Home open(Path directory) {
        try {
            createPrivately(directory);
            createPrivately(directory.resolve("run"));
            return new Home(directory, lock(directory));
        } catch (IOException e) {
            throw new Failure(
                    Exit.HOME_UNUSABLE,
                    "The home directory must be a directory that this user can read and write: " + directory
                            + ". Choose another with --home.",
                    e);
        }
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Creates a directory with mode 0700 unless it exists. */
    static void createPrivately(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
            throw new IOException("no access");
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var file = directory.resolve("run/lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same refusal as held by another one.
        }
        channel.close();
        throw new Failure(
                Exit.HOME_IN_USE,
                "PMT already runs with the home directory " + directory
                        + ". Stop it first, or give this one another directory with --home.");
    }
}
