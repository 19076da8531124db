package dev.pmt.api.imports;

import dev.pmt.api.projects.CustomField;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the columns of an export among the task fields, the imported files' columns and what PMT alone knows. */
final class ExportColumns {

    private static final List<TaskField> FIRST =
            List.of(TaskField.KEY, TaskField.TITLE, TaskField.DESCRIPTION, TaskField.POINTS);
    private static final List<TaskField> LAST =
            List.of(TaskField.STATUS, TaskField.TYPE, TaskField.PRIORITY, TaskField.ASSIGNEE, TaskField.LABELS);

    private final List<SourceColumns.Kept> sources;
    private final List<CustomField> customFields;

    ExportColumns(List<SourceColumns.Kept> sources, List<CustomField> customFields) {
        this.sources = sources;
        this.customFields = customFields;
    }

    /** Returns the usual columns. */
    List<ExportColumn> usual() {
        var columns = new ArrayList<ExportColumn>();
        FIRST.forEach(field -> columns.add(field(field.ownHeader(), field)));
        sources.stream()
                .filter(source ->
                        source.column().field() == null && !source.column().isOwn())
                .forEach(source ->
                        columns.add(new ExportColumn.Kept(source.column().name(), source.id())));
        LAST.forEach(field -> columns.add(field(field.ownHeader(), field)));
        Arrays.stream(ExportColumn.Fact.values())
                .forEach(fact -> columns.add(new ExportColumn.Own(fact.column(), fact)));
        custom().forEach(columns::add);
        return columns;
    }

    /** Returns the named columns; a repeated name is the repeated column. @throws dev.pmt.shared.web.ProblemException 400 */
    List<ExportColumn> named(List<String> names) {
        var faults = new Faults();
        var columns = new ArrayList<ExportColumn>();
        var occurrences = new HashMap<String, Integer>();
        for (var name : names) {
            var occurrence = Objects.requireNonNull(occurrences.merge(name, 1, Integer::sum));
            var column = imported(name, occurrence).or(() -> own(name));
            faults.check(column.isPresent(), "columns", "columns must be known in this project: " + Excerpt.of(name));
            column.ifPresent(columns::add);
        }
        faults.refuse();
        return columns;
    }

    /** Prefers a column that fills a field: its text follows the task. */
    private Optional<ExportColumn> imported(String name, int occurrence) {
        var named = sources.stream()
                .filter(source -> source.column().name().equals(name))
                .filter(source -> source.column().occurrence() == occurrence
                        && !source.column().isOwn())
                .toList();
        return named.stream()
                .filter(source -> source.column().field() != null)
                .findFirst()
                .map(source ->
                        mapped(source, Objects.requireNonNull(source.column().field())))
                .or(() -> named.stream().findFirst().map(source -> new ExportColumn.Kept(name, source.id())));
    }

    private ExportColumn mapped(SourceColumns.Kept source, Fillable field) {
        var name = source.column().name();
        if (!isSeveral(field)) {
            return new ExportColumn.Field(name, field, List.of(source));
        }
        var parts =
                of(field).filter(other -> other.column().name().equals(name)).toList();
        return parts.size() == 1
                ? new ExportColumn.Field(name, field, parts)
                : new ExportColumn.Part(name, field, parts.indexOf(source), parts);
    }

    private boolean isSeveral(Fillable field) {
        return switch (field) {
            case TaskField known -> known == TaskField.LABELS;
            case Fillable.Custom wanted ->
                customFields.stream()
                        .anyMatch(one ->
                                one.id().equals(wanted.id()) && one.type().isSeveral());
        };
    }

    private Optional<ExportColumn> own(String name) {
        return Stream.concat(FIRST.stream(), LAST.stream())
                .filter(field -> field.ownHeader().equals(name))
                .findFirst()
                .map(field -> field(name, field))
                .or(() -> Arrays.stream(ExportColumn.Fact.values())
                        .filter(fact -> fact.column().equals(name))
                        .findFirst()
                        .<ExportColumn>map(fact -> new ExportColumn.Own(name, fact)))
                .or(() -> custom().filter(column -> column.name().equals(name)).findFirst());
    }

    private Stream<ExportColumn> custom() {
        return customFields.stream()
                .map(field -> new ExportColumn.Custom(
                        field, of(new Fillable.Custom(field.id())).toList()));
    }

    private ExportColumn field(String name, TaskField field) {
        return new ExportColumn.Field(name, field, of(field).toList());
    }

    private Stream<SourceColumns.Kept> of(Fillable field) {
        return sources.stream().filter(source -> field.equals(source.column().field()));
    }
}
