package dev.pmt.api.imports;

import dev.pmt.api.tasks.ImportedTask;
import dev.pmt.api.tasks.Labels;
import dev.pmt.api.tasks.Points;
import dev.pmt.api.tasks.TaskRules;
import dev.pmt.api.wire.Days;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns rows of a file into tasks, or says why not. */
final class RowReader {

    private static final int LONGEST_KEY = 100;

    private final Header header;
    private final FieldTexts texts;
    private final SourceReader sources;

    /** What a row is. */
    sealed interface Outcome {
        /** A task. */
        record Accepted(long line, ImportedTask task) implements Outcome {}

        /** A row that breaks a rule. */
        record Rejected(RowFault fault) implements Outcome {}
    }

    /** Reads rows under a header whose columns have the given ids. */
    RowReader(Header header, List<Integer> columnIds, FieldTexts texts) {
        this.header = header;
        this.texts = texts;
        this.sources = new SourceReader(header, columnIds, texts);
    }

    /** Returns the row's key as far as it has one, be the row valid or not. */
    Optional<String> key(CsvRows.Row row) {
        return cell(row, TaskField.KEY).map(texts::key).filter(key -> !key.isEmpty());
    }

    Outcome read(CsvRows.Row row) {
        var faults = check(row).list();
        if (!faults.isEmpty()) {
            var first = faults.getFirst();
            var field = first.field().isEmpty() ? null : first.field();
            var key = key(row).map(Excerpt::of).orElse(null);
            return new Outcome.Rejected(new RowFault(row.line(), key, field, first.message()));
        }
        return new Outcome.Accepted(
                row.line(),
                new ImportedTask(
                        texts.key(text(row, TaskField.KEY)),
                        texts.title(text(row, TaskField.TITLE)),
                        text(row, TaskField.DESCRIPTION),
                        texts.status(text(row, TaskField.STATUS)).id(),
                        texts.type(text(row, TaskField.TYPE)),
                        texts.priority(text(row, TaskField.PRIORITY)),
                        texts.assignee(text(row, TaskField.ASSIGNEE)),
                        texts.points(text(row, TaskField.POINTS)).orElse(null),
                        texts.estimate(unit(), text(row, TaskField.ESTIMATE)).orElse(null),
                        DayTexts.parse(text(row, TaskField.START)).orElse(null),
                        DayTexts.parse(text(row, TaskField.DUE)).orElse(null),
                        texts.labels(cells(row, TaskField.LABELS)),
                        custom(new Faults(), row),
                        sources.read(row)));
    }

    private Faults check(CsvRows.Row row) {
        var faults = new Faults();
        var expected = header.columns().size();
        if (row.cells().size() != expected) {
            faults.check(
                    false,
                    "",
                    "the row must have as many fields as the header (%d): %d"
                            .formatted(expected, row.cells().size()));
            return faults;
        }
        for (int i = 0; i < expected; i++) {
            var name = header.columns().get(i).name();
            faults.check(row.cells().get(i).indexOf('\0') < 0, name, name + " must not contain the NUL character");
        }
        checkTexts(faults, row);
        var points = text(row, TaskField.POINTS);
        faults.check(
                points.isBlank() || texts.points(points).isPresent(),
                name(TaskField.POINTS),
                name(TaskField.POINTS) + " " + Points.RULE + ": " + Excerpt.of(points));
        Labels.check(faults, name(TaskField.LABELS), texts.labels(cells(row, TaskField.LABELS)));
        checkPlan(faults, row);
        custom(faults, row);
        return faults;
    }

    private void checkPlan(Faults faults, CsvRows.Row row) {
        var start = day(faults, row, TaskField.START);
        var due = day(faults, row, TaskField.DUE);
        Days.checkOrder(faults, name(TaskField.START), start, name(TaskField.DUE), due);
        var estimate = text(row, TaskField.ESTIMATE);
        var name = name(TaskField.ESTIMATE);
        faults.check(
                unit().minutes(estimate).isPresent(), name, name + " " + unit().rule() + ": " + Excerpt.of(estimate));
    }

    private @Nullable LocalDate day(Faults faults, CsvRows.Row row, TaskField field) {
        var text = text(row, field);
        var day = DayTexts.parse(text);
        faults.check(
                text.isBlank() || day.isPresent(),
                name(field),
                name(field) + " " + DayTexts.RULE + ": " + Excerpt.of(text));
        return day.orElse(null);
    }

    private EstimateUnit unit() {
        return EstimateUnit.of(name(TaskField.ESTIMATE));
    }

    private Map<String, JsonNode> custom(Faults faults, CsvRows.Row row) {
        var values = new TreeMap<String, JsonNode>();
        for (var filled : header.filled()) {
            if (filled instanceof Fillable.Custom wanted) {
                texts.custom()
                        .find(wanted)
                        .flatMap(field -> texts.custom().read(faults, name(wanted), field, cells(row, wanted)))
                        .ifPresent(value -> values.put(wanted.id().toString(), value));
            }
        }
        return values;
    }

    private void checkTexts(Faults faults, CsvRows.Row row) {
        Texts.check(faults, name(TaskField.KEY), texts.key(text(row, TaskField.KEY)), 1, LONGEST_KEY);
        Texts.check(
                faults,
                name(TaskField.TITLE),
                texts.title(text(row, TaskField.TITLE)),
                1,
                TaskRules.LONGEST_IMPORTED_TITLE);
        Texts.check(
                faults,
                name(TaskField.DESCRIPTION),
                text(row, TaskField.DESCRIPTION),
                0,
                TaskRules.LONGEST_DESCRIPTION);
    }

    private String name(TaskField field) {
        return column(field).orElse(field.ownHeader());
    }

    private String name(Fillable.Custom field) {
        return column(field).orElseThrow();
    }

    private Optional<String> column(Fillable field) {
        return header.positions(field).stream()
                .map(position -> header.columns().get(position).name())
                .findFirst();
    }

    private String text(CsvRows.Row row, TaskField field) {
        return cell(row, field).orElse("");
    }

    private Optional<String> cell(CsvRows.Row row, TaskField field) {
        return cells(row, field).stream().findFirst();
    }

    private List<String> cells(CsvRows.Row row, Fillable field) {
        return header.positions(field).stream()
                .filter(position -> position < row.cells().size())
                .map(position -> row.cells().get(position))
                .collect(Collectors.toList());
    }
}
