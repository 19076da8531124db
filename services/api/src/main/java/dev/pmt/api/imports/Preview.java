package dev.pmt.api.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would read from the beginning of a file.
 *
 * @param missing required fields without a column
 * @param rowsSeen rows in the part that was read
 * @param rows the first of them
 * @param errors the first rows that would be rejected
 * @param error why the part is not readable, when it is not
 */
record Preview(
        String delimiter,
        List<Column> columns,
        List<TaskField> missing,
        int rowsSeen,
        List<Row> rows,
        List<RowFault> errors,
        FileFault.@Nullable View error) {

    /**
     * A column of the file.
     *
     * @param field what it fills, null when its text is only kept
     * @param sample the first text in it that is not empty
     */
    record Column(String name, @Nullable TaskField field, String sample) {}

    /** A row, its cells parallel to the columns. */
    record Row(long line, List<String> cells) {}
}
