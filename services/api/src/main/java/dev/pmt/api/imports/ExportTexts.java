package dev.pmt.api.imports;

import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Status;
import dev.pmt.api.tasks.ExportedTask;
import dev.pmt.api.tasks.Labels;
import dev.pmt.api.wire.Faults;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes a task's cells: the imported text where the task still says the same, else the task's own value. */
final class ExportTexts {

    private final Project project;
    private final FieldTexts texts;

    ExportTexts(Project project, FieldTexts texts) {
        this.project = project;
        this.texts = texts;
    }

    String cell(ExportedTask task, ExportColumn column) {
        return switch (column) {
            case ExportColumn.Kept(var name, var id) ->
                Objects.requireNonNullElse(task.cells().get(id), "");
            case ExportColumn.Own(var name, var fact) -> fact(task, fact);
            case ExportColumn.Custom(var field, var sources) -> {
                var wanted = new Fillable.Custom(field.id());
                var current = current(task, wanted, column.name());
                yield current.isEmpty() ? field(task, wanted, column.name(), sources) : current;
            }
            case ExportColumn.Field(var name, var field, var sources) -> field(task, field, name, sources);
            case ExportColumn.Part(var name, var field, var part, var sources) -> part(task, field, part, sources);
        };
    }

    private String field(ExportedTask task, Fillable field, String column, List<SourceColumns.Kept> sources) {
        var current = current(task, field, column);
        return sources.stream()
                .flatMap(source -> Stream.ofNullable(task.cells().get(source.id())))
                .filter(text -> texts.canonical(field, column, text).equals(current))
                .findFirst()
                .orElse(current);
    }

    private String part(ExportedTask task, Fillable field, int part, List<SourceColumns.Kept> sources) {
        var cells = sources.stream()
                .map(source -> Objects.requireNonNullElse(task.cells().get(source.id()), ""))
                .toList();
        var current = several(task, field);
        if (several(field, cells).equals(current)) {
            return cells.get(part);
        }
        if (part < sources.size() - 1) {
            return part < current.size() ? current.get(part) : "";
        }
        return current.stream().skip(part).collect(Collectors.joining(field == TaskField.LABELS ? "," : "; "));
    }

    /** Returns what a task has in a field of several values. */
    private List<String> several(ExportedTask task, Fillable field) {
        return switch (field) {
            case TaskField known -> task.labels();
            case Fillable.Custom wanted ->
                texts.custom()
                        .find(wanted)
                        .flatMap(found -> value(task, wanted).map(value -> CustomTexts.parts(value, found)))
                        .orElse(List.of());
        };
    }

    /** Returns what cells say of a field of several values. */
    private List<String> several(Fillable field, List<String> cells) {
        return switch (field) {
            case TaskField known -> texts.labels(cells);
            case Fillable.Custom wanted ->
                texts.custom()
                        .find(wanted)
                        .flatMap(found -> texts.custom()
                                .read(new Faults(), "", found, cells)
                                .map(value -> CustomTexts.parts(value, found)))
                        .orElse(List.of());
        };
    }

    private String current(ExportedTask task, Fillable field, String column) {
        return switch (field) {
            case TaskField known -> current(task, known, column);
            case Fillable.Custom wanted ->
                texts.custom()
                        .find(wanted)
                        .flatMap(found -> value(task, wanted).map(value -> CustomTexts.write(value, found)))
                        .orElse("");
        };
    }

    private String current(ExportedTask task, TaskField field, String column) {
        return switch (field) {
            case KEY -> task.key();
            case TITLE -> task.title();
            case DESCRIPTION -> task.description();
            case POINTS -> task.points() == null ? "" : task.points().toPlainString();
            case STATUS -> project.status(task.statusId()).map(Status::name).orElse("");
            case TYPE -> task.type().wireName();
            case PRIORITY -> task.priority().wireName();
            case ASSIGNEE -> task.assigneeId() == null ? "" : task.assigneeId().toString();
            case LABELS -> Labels.join(task.labels());
            case START -> Objects.toString(task.startDate(), "");
            case DUE -> Objects.toString(task.dueDate(), "");
            case ESTIMATE ->
                task.estimateMinutes() == null ? "" : EstimateUnit.of(column).text(task.estimateMinutes());
        };
    }

    private static Optional<JsonNode> value(ExportedTask task, Fillable.Custom field) {
        return Optional.ofNullable(task.customFields().get(field.id().toString()));
    }

    private static String fact(ExportedTask task, ExportColumn.Fact fact) {
        return switch (fact) {
            case START -> Objects.toString(task.startDate(), "");
            case DUE -> Objects.toString(task.dueDate(), "");
            case PARENT -> Objects.requireNonNullElse(task.parentKey(), "");
            case SPRINT -> Objects.requireNonNullElse(task.sprint(), "");
            case ESTIMATE -> Objects.toString(task.estimateMinutes(), "");
            case ARCHIVED -> Boolean.toString(task.archived());
            case CREATED -> task.createdAt().toString();
            case UPDATED -> task.updatedAt().toString();
        };
    }
}
