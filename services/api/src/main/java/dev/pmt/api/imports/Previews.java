package dev.pmt.api.imports;

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

    Previews(Projects projects) {
        this.projects = projects;
    }

    /** Reads a file's beginning; the last row of a partial one may be cut and is left out. */
    Preview read(Project project, Mapping mapping, InputStream body, boolean partial) throws IOException {
        var bytes = body.readNBytes(BYTES);
        var cut = partial || body.read() >= 0;
        var rows = new ArrayList<CsvRows.Row>();
        try (var file = new CsvFile(new ByteArrayInputStream(bytes), cut, names -> Header.recognised(names, mapping))) {
            var header = Header.of(file.header(), mapping);
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
            return preview(project, file.delimiter(), header, rows, fault);
        } catch (FileFault e) {
            return new Preview(",", List.of(), List.of(), 0, List.of(), List.of(), e.view());
        }
    }

    private Preview preview(
            Project project, char delimiter, Header header, List<CsvRows.Row> rows, FileFault.@Nullable View fault) {
        var columns = IntStream.range(0, header.columns().size())
                .mapToObj(i -> column(header.columns().get(i), i, rows))
                .toList();
        var shown = rows.stream()
                .limit(SHOWN_ROWS)
                .map(row -> shown(row, columns.size()))
                .toList();
        var missing = header.missing();
        var errors = missing.isEmpty() ? errors(project, header, rows) : List.<RowFault>of();
        return new Preview(String.valueOf(delimiter), columns, missing, rows.size(), shown, errors, fault);
    }

    private List<RowFault> errors(Project project, Header header, List<CsvRows.Row> rows) {
        var ids = IntStream.range(0, header.columns().size()).boxed().toList();
        var reader = new RowReader(header, ids, new FieldTexts(project, projects.members(project.id())));
        return rows.stream()
                .map(reader::read)
                .filter(RowReader.Outcome.Rejected.class::isInstance)
                .map(outcome -> ((RowReader.Outcome.Rejected) outcome).fault())
                .limit(SHOWN_ROWS)
                .toList();
    }

    private static Preview.Column column(Header.Column column, int position, List<CsvRows.Row> rows) {
        var sample = rows.stream()
                .filter(row -> position < row.cells().size())
                .map(row -> row.cells().get(position))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return new Preview.Column(column.name(), column.field(), cut(sample));
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
