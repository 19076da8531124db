package dev.pmt.api.imports;

import dev.pmt.api.tasks.ImportedTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds what of a row must be kept: hashes to know changes by, and each text that the task will not give back itself. */
final class SourceReader {

    private final Header header;
    private final List<Integer> columnIds;
    private final FieldTexts texts;

    /** Reads rows under a header; the columns' ids are parallel to it. */
    SourceReader(Header header, List<Integer> columnIds, FieldTexts texts) {
        this.header = header;
        this.columnIds = columnIds;
        this.texts = texts;
    }

    ImportedTask.Source read(CsvRows.Row row) {
        var hashes = hashes(row);
        var cells = cells(row);
        var whole = new TreeMap<String, String>();
        hashes.forEach((field, hash) -> whole.put("field " + field, hash));
        for (int i = 0; i < header.columns().size(); i++) {
            var column = header.columns().get(i);
            if (isKept(column) && !row.cells().get(i).isEmpty()) {
                whole.put(
                        "column " + column.occurrence() + " " + column.name(),
                        row.cells().get(i));
            }
        }
        return new ImportedTask.Source(SourceHash.of(whole), hashes, columnIds, cells);
    }

    private Map<String, String> hashes(CsvRows.Row row) {
        var hashes = new LinkedHashMap<String, String>();
        for (var field : header.filled()) {
            var positions = header.positions(field);
            hashes.put(
                    field.wireName(),
                    SourceHash.of(positions.stream().map(row.cells()::get).toList()));
        }
        return hashes;
    }

    private Map<Integer, String> cells(CsvRows.Row row) {
        var cells = new LinkedHashMap<Integer, String>();
        IntStream.range(0, header.columns().size())
                .filter(i -> mustKeep(header.columns().get(i), row.cells().get(i)))
                .forEach(i -> cells.put(columnIds.get(i), row.cells().get(i)));
        return cells;
    }

    /** Values from several columns are kept as they were divided. */
    private boolean mustKeep(Header.Column column, String text) {
        var field = column.field();
        if (field == null) {
            return isKept(column) && !text.isEmpty();
        }
        return header.positions(field).size() > 1
                || !texts.canonical(field, column.name(), text).equals(text);
    }

    private static boolean isKept(Header.Column column) {
        return column.field() == null && !column.isOwn();
    }
}
