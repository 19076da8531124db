package dev.pmt.api.imports;

import dev.pmt.shared.web.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/**
 * Breaks an upload off at a field that no import would take. It knows neither the delimiter nor the quotes yet, so it counts
 * bytes without any of them: so many are over a million characters in every encoding of UTF-8.
 */
final class EndlessFieldGuard extends FilterInputStream {

    private static final long MOST = 3L * CsvFile.LONGEST_FIELD;

    private long since;

    EndlessFieldGuard(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        for (int i = offset; i < offset + read; i++) {
            since = isBoundary(target[i]) ? 0 : since + 1;
            if (since > MOST) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "field-too-long",
                        "A field of the file must have at most 1,000,000 characters; perhaps this is no CSV file.");
            }
        }
        return read;
    }

    private static boolean isBoundary(byte b) {
        return switch (b) {
            case ',', ';', '\t', '\n', '\r', '"' -> true;
            default -> false;
        };
    }
}
