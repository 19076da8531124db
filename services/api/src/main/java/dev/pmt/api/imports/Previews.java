package dev.pmt.api.imports;

import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Projects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the beginning of a file without keeping anything. */
@Component
class Previews {

    private static final int BYTES = 256 * 1024;
    private static final int SHOWN_ROWS = 10;
    private static final int SHOWN_CHARACTERS = 200;

    private final Projects projects;
    private final CustomFields fields;

    Previews(Projects projects, CustomFields fields) {
        this.projects = projects;
        this.fields = fields;
    }

    /** Reads a file's beginning; the last row of a partial one may be cut and is left out. */
    Preview read(Project project, Mapping mapping, InputStream body, boolean partial) throws IOException {
        var bytes = body.readNBytes(BYTES);
        var cut = partial || body.read() >= 0;
        var rows = new ArrayList<CsvRows.Row>();
        try (var file = new CsvFile(new ByteArrayInputStream(bytes), cut, names -> Header.recognised(names, mapping))) {
            var customFields = fields.of(project.id());
            var header = Header.of(file.header(), mapping, customFields);
            var texts = new FieldTexts(project, projects.members(project.id()), customFields);
            FileFault.@Nullable View fault = null;
            try {
                for (var row = file.next(); row.isPresent(); row = file.next()) {
                    rows.add(row.get());
                }
                if (cut && !rows.isEmpty()) {
                    rows.removeLast();
                }
            } catch (FileFault e) {
                fault = e.view();
            }
            return preview(texts, file.delimiter(), header, rows, fault);
        } catch (FileFault e) {
            return new Preview(",", List.of(), List.of(), 0, List.of(), List.of(), e.view());
        }
    }

    private static Preview preview(
            FieldTexts texts, char delimiter, Header header, List<CsvRows.Row> rows, FileFault.@Nullable View fault) {
        var columns = IntStream.range(0, header.columns().size())
                .mapToObj(i -> column(texts, header.columns().get(i), i, rows))
                .toList();
        var shown = rows.stream()
                .limit(SHOWN_ROWS)
                .map(row -> shown(row, columns.size()))
                .toList();
        var missing = header.missing();
        var errors = missing.isEmpty() ? errors(texts, header, rows) : List.<RowFault>of();
        return new Preview(String.valueOf(delimiter), columns, missing, rows.size(), shown, errors, fault);
    }

    private static List<RowFault> errors(FieldTexts texts, Header header, List<CsvRows.Row> rows) {
        var ids = IntStream.range(0, header.columns().size()).boxed().toList();
        var reader = new RowReader(header, ids, texts);
        return rows.stream()
                .map(reader::read)
                .filter(RowReader.Outcome.Rejected.class::isInstance)
                .map(outcome -> ((RowReader.Outcome.Rejected) outcome).fault())
                .limit(SHOWN_ROWS)
                .toList();
    }

    private static Preview.Column column(FieldTexts texts, Header.Column column, int position, List<CsvRows.Row> rows) {
        var sample = rows.stream()
                .filter(row -> position < row.cells().size())
                .map(row -> row.cells().get(position))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return switch (column.field()) {
            case null -> new Preview.Column(column.name(), null, cut(sample), null, null);
            case TaskField field ->
                new Preview.Column(column.name(), field.isReleased() ? field : null, cut(sample), field, null);
            case Fillable.Custom wanted ->
                new Preview.Column(
                        column.name(),
                        null,
                        cut(sample),
                        null,
                        texts.custom().find(wanted).map(CustomField::name).orElse(null));
        };
    }

    private static Preview.Row shown(CsvRows.Row row, int columns) {
        var cells = IntStream.range(0, columns)
                .mapToObj(i -> i < row.cells().size() ? cut(row.cells().get(i)) : "")
                .toList();
        return new Preview.Row(row.line(), cells);
    }

    private static String cut(String text) {
        var characters = text.codePointCount(0, text.length());
        return characters <= SHOWN_CHARACTERS ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN_CHARACTERS));
    }
}
