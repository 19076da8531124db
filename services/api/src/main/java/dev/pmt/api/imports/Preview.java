package dev.pmt.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
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
     * @param field the task field that it fills as far as the released contract knew it
     * @param sample the first text in it that is not empty
     * @param fills the task field that it fills
     * @param customField the name of the custom field that it fills
     */
    record Column(
            String name,
            @Nullable TaskField field,
            String sample,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TaskField fills,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String customField) {}

    /** A row, its cells parallel to the columns. */
    record Row(long line, List<String> cells) {}
}
