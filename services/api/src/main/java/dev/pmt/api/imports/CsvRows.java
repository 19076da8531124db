package dev.pmt.api.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Gathers the fields of a row, and knows on which line the row begins even when it turns out to be broken. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows.Row> {

    /**
     * One row.
     *
     * @param line line of the file on which it begins
     * @param cells as many as it has, which need not be as many as the header's
     */
    record Row(long line, List<String> cells) {}

    private long line = 1;
    private List<String> cells = new ArrayList<>();

    /** Returns the line on which the row begins that is being read. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected Row buildRecord() {
        return new Row(line, cells);
    }
}
