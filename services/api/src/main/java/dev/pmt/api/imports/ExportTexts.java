package dev.pmt.api.imports;

import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Status;
import dev.pmt.api.tasks.ExportedTask;
import dev.pmt.api.tasks.Labels;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            case ExportColumn.Custom(var field) ->
                custom(task.customFields().get(field.id().toString()), field);
            case ExportColumn.Field(var name, var field, var sources) -> field(task, field, sources);
            case ExportColumn.LabelPart(var name, var part, var sources) -> labelPart(task, part, sources);
        };
    }

    private String field(ExportedTask task, TaskField field, List<SourceColumns.Kept> sources) {
        var current = current(task, field);
        return sources.stream()
                .map(source -> task.cells().get(source.id()))
                .filter(Objects::nonNull)
                .filter(text -> texts.canonical(field, text).equals(current))
                .findFirst()
                .orElse(current);
    }

    private String labelPart(ExportedTask task, int part, List<SourceColumns.Kept> sources) {
        var parts = sources.stream()
                .map(source -> Objects.requireNonNullElse(task.cells().get(source.id()), ""))
                .toList();
        if (texts.labels(parts).equals(task.labels())) {
            return parts.get(part);
        }
        if (part < sources.size() - 1) {
            return part < task.labels().size() ? task.labels().get(part) : "";
        }
        return task.labels().stream().skip(part).collect(Collectors.joining(","));
    }

    private String current(ExportedTask task, TaskField field) {
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
        };
    }

    /** Writes options by their names, as queries call them. */
    private static String custom(@Nullable JsonNode value, CustomField field) {
        if (value == null) {
            return "";
        }
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(JsonNode::asString)
                .map(text -> field.option(text).map(CustomField.Option::name).orElse(text))
                .collect(Collectors.joining("; "));
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
