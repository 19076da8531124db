package dev.pmt.api.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A folder in which files are until they are whole and have a name. */
record Incoming(Path folder) {

    /**
     * Takes bytes in, in constant memory.
     *
     * @throws IOException when the sender breaks off
     * @throws dev.pmt.shared.web.ProblemException when there are too many (413), or the folder cannot be used (503)
     */
    ReceivedFile receive(InputStream bytes, long most, ReceivedFile.Store store) throws IOException {
        var unfinished = new ReceivedFile(store, begin());
        try {
            unfinished.write(bytes, most);
            return unfinished;
        } catch (IOException | RuntimeException e) {
            unfinished.close();
            throw e;
        }
    }

    /** Removes what is from before a time: its process has ended. */
    void forget(Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path begin() {
        try {
            return Files.createTempFile(Files.createDirectories(folder), null, null);
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }
}
