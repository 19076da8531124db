package dev.pmt.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly, skips a byte order mark and names the line of the first byte that is not UTF-8. */
final class Utf8Reader extends Reader {

    private static final int BUFFER = 16 * 1024;

    private final InputStream bytes;
    private final boolean cut;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private long line = 1;
    private boolean begun;
    private boolean ended;

    /**
     * Reads from a stream.
     *
     * @param cut whether the bytes may end within a character
     */
    Utf8Reader(InputStream bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        var out = CharBuffer.wrap(target, offset, length);
        while (out.position() == offset && length > 0) {
            if (!begun) {
                begin();
            }
            var result = decoder.decode(in, out, ended);
            if (result.isError()) {
                countLines(target, offset, out.position());
                throw malformed();
            }
            if (out.position() > offset) {
                break;
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        countLines(target, offset, out.position());
        return out.position() - offset;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void begin() throws IOException {
        begun = true;
        while (in.remaining() < 3 && !ended) {
            fill();
        }
        var first = in.remaining() > 0 ? in.get(0) & 0xFF : -1;
        var second = in.remaining() > 1 ? in.get(1) & 0xFF : -1;
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            throw new FileFault(1L, "the file must be UTF-8: it begins with the mark of UTF-16");
        }
        if (first == 0xEF && second == 0xBB && in.remaining() > 2 && (in.get(2) & 0xFF) == 0xBF) {
            in.position(3);
        }
    }

    private void fill() throws IOException {
        in.compact();
        var count = bytes.read(in.array(), in.position(), in.remaining());
        if (count < 0) {
            ended = true;
        } else {
            in.position(in.position() + count);
        }
        in.flip();
        if (ended && cut) {
            in.limit(in.position() + wholeCharacters());
        }
    }

    /** Returns how many of the remaining bytes belong to characters that are there as a whole. */
    private int wholeCharacters() {
        for (int back = 1; back <= Math.min(3, in.remaining()); back++) {
            var b = in.get(in.limit() - back) & 0xFF;
            if (b >= 0xC0) {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? in.remaining() - back : in.remaining();
            }
        }
        return in.remaining();
    }

    private void countLines(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                line++;
            }
        }
    }

    private FileFault malformed() {
        var value = in.hasRemaining() ? in.get(in.position()) & 0xFF : 0;
        return new FileFault(line, "the file must be UTF-8: byte 0x%02X on line %d is not".formatted(value, line));
    }
}
