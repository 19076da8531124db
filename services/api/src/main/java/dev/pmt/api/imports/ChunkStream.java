package dev.pmt.api.imports;

import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads a stored file, one piece in memory at a time. */
final class ChunkStream extends InputStream {

    private final IntFunction<byte @Nullable []> chunks;
    private byte @Nullable [] chunk = new byte[0];
    private int next;
    private int offset;
    private long position;

    /** Reads from a source that returns the n-th piece, or null behind the last. */
    ChunkStream(IntFunction<byte @Nullable []> chunks) {
        this.chunks = chunks;
    }

    /** Returns how many bytes were read. */
    long position() {
        return position;
    }

    @Override
    public void close() {
        chunk = null;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        while (chunk != null && offset == chunk.length) {
            chunk = chunks.apply(next++);
            offset = 0;
        }
        if (chunk == null) {
            return -1;
        }
        var count = Math.min(length, chunk.length - offset);
        System.arraycopy(chunk, offset, target, from, count);
        offset += count;
        position += count;
        return count;
    }
}
