package dev.pmt.api.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A CSV file (RFC 4180; comma, semicolon or tab), read row by row in constant memory. */
final class CsvFile implements AutoCloseable {

    static final int LONGEST_FIELD = 1_000_000;
    private static final int HEAD = 64 * 1024;

    private final CsvRows rows = new CsvRows();
    private final CloseableIterator<CsvRows.Row> records;
    private final char delimiter;
    private final List<String> header;

    /**
     * Opens a file and reads its header.
     *
     * @param cut whether the bytes are only the beginning of the file
     * @param recognised how many columns of a header are understood; the delimiter with the most wins
     */
    CsvFile(InputStream bytes, boolean cut, ToIntFunction<List<String>> recognised) {
        try {
            var pushback = new PushbackReader(new Utf8Reader(bytes, cut), HEAD);
            delimiter = Delimiter.detect(head(pushback), recognised);
            records = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .allowUnclosedQuote(cut)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_FIELD)
                    .build(rows, pushback)
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        header = next().map(CsvRows.Row::cells)
                .orElseThrow(() -> new FileFault(null, "the file must have a header and rows: it is empty"));
    }

    char delimiter() {
        return delimiter;
    }

    List<String> header() {
        return header;
    }

    /** Returns the next row, empty at the end. @throws FileFault when the file is not CSV from here on */
    Optional<CsvRows.Row> next() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw malformed(Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(PushbackReader reader) throws IOException {
        var head = new char[HEAD];
        var length = 0;
        for (var read = 0; read >= 0 && length < HEAD; read = reader.read(head, length, HEAD - length)) {
            length += read;
        }
        reader.unread(head, 0, length);
        return new String(head, 0, length);
    }

    /** Says which row is broken, and how. The parser has one exception for all causes; a test pins its words. */
    private FileFault malformed(String words) {
        var begin = "the row that begins on line " + rows.line();
        return words.startsWith("Unclosed")
                ? new FileFault(rows.line(), begin + " must close the quote it opens")
                : new FileFault(
                        rows.line(),
                        begin + " must hold no text right behind a closing quote and no field over 1,000,000"
                                + " characters; perhaps a quote is never closed");
    }
}
