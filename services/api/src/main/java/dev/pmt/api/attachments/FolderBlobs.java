package dev.pmt.api.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store in a folder: the file of {@code abcd…} is {@code ab/cd/abcd…}, two levels deep so that no folder grows large. A file
 * is written beside, forced to the disk, and then gets its name at once: it is whole or not there.
 */
final class FolderBlobs implements BlobStore {

    private final Path folder;
    private final Path incoming;

    FolderBlobs(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.incoming = this.folder.resolve("incoming");
    }

    @Override
    public Received receive(InputStream bytes, long most) throws IOException {
        var unfinished = new ReceivedFile(this, begin());
        try {
            unfinished.write(bytes, most);
            return unfinished;
        } catch (IOException | RuntimeException e) {
            unfinished.close();
            throw e;
        }
    }

    @Override
    public Optional<InputStream> open(Sha256 name) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(Sha256 name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public void forgetUnkept(Instant before) throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Gives a file its name; it takes the place of an older one, which is the same. */
    void keep(Path unnamed, Sha256 name) throws IOException {
        var above = folder.resolve(name.value().substring(0, 2));
        var parent = Files.createDirectories(above.resolve(name.value().substring(2, 4)));
        Files.move(
                unnamed,
                parent.resolve(name.value()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        for (var changed : List.of(parent, above, folder)) {
            try (var entries = FileChannel.open(changed, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private Path begin() {
        try {
            return Files.createTempFile(Files.createDirectories(incoming), null, null);
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }

    private Path file(Sha256 name) {
        return folder.resolve(name.value().substring(0, 2))
                .resolve(name.value().substring(2, 4))
                .resolve(name.value());
    }
}
