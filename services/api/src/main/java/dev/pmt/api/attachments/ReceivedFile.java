package dev.pmt.api.attachments;

import dev.pmt.shared.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A file on its way into a store. */
final class ReceivedFile implements BlobStore.Received {

    /** Where such files go. */
    interface Store {

        /** Brings a file near its place, outside of any transaction; another may remove it again. */
        void send(Path file, Sha256 name) throws IOException;

        /** Gives a file its name for good; it takes the place of an older one, which is the same. */
        void keep(Path file, Sha256 name) throws IOException;
    }

    private static final int PIECE = 64 * 1024;

    private final Store store;
    private final Path file;
    private MediaType mediaType = MediaType.OTHER;
    private long size;
    private @Nullable Sha256 sha256;

    ReceivedFile(Store store, Path file) {
        this.store = store;
        this.file = file;
    }

    void write(InputStream bytes, long most) throws IOException {
        var digest = Sha256.digest();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (var piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                if (size == 0) {
                    mediaType = MediaType.sniff(Arrays.copyOf(piece, Math.min(piece.length, MediaType.HEAD)));
                }
                size += piece.length;
                if (size > most) {
                    throw tooLarge(most);
                }
                digest.update(piece);
                write(channel, piece);
            }
            force(channel);
        }
        sha256 = Sha256.of(digest);
    }

    /** Makes the answer to a file over the limit (413). */
    static ProblemException tooLarge(long most) {
        var limit = most % DataSize.ofMegabytes(1).toBytes() == 0
                ? DataSize.ofBytes(most).toMegabytes() + " MB"
                : most + " bytes";
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "An attachment must have at most " + limit + ".");
    }

    @Override
    public Sha256 sha256() {
        return Objects.requireNonNull(sha256);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public MediaType mediaType() {
        return mediaType;
    }

    @Override
    public void send() {
        try {
            store.send(file, sha256());
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public void keep() {
        try {
            store.keep(file, sha256());
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }

    private static void write(FileChannel channel, byte[] piece) {
        try {
            var left = ByteBuffer.wrap(piece);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw StoreFailure.of(e);
        }
    }
}
