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
 * A store in a folder: a file's place is {@link Sha256#inFolders}. A file is written beside, forced to the disk, and then gets
 * its name at once: it is whole or not there.
 */
final class FolderBlobs implements BlobStore, ReceivedFile.Store {

    private final Path folder;
    private final Incoming incoming;

    FolderBlobs(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.incoming = new Incoming(this.folder.resolve("incoming"));
    }

    @Override
    public Received receive(InputStream bytes, long most) throws IOException {
        return incoming.receive(bytes, most, this);
    }

    @Override
    public void send(Path file, Sha256 name) {}

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
        incoming.forget(before);
    }

    @Override
    public void keep(Path unnamed, Sha256 name) throws IOException {
        var place = Path.of(name.inFolders());
        var above = folder.resolve(place.getName(0));
        var parent = Files.createDirectories(above.resolve(place.getName(1)));
        Files.move(
                unnamed,
                parent.resolve(place.getName(2)),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        for (var changed : List.of(parent, above, folder)) {
            try (var entries = FileChannel.open(changed, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private Path file(Sha256 name) {
        return folder.resolve(name.inFolders());
    }
}
