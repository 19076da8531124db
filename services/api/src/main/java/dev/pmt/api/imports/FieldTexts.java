package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Status;
import dev.pmt.api.projects.StatusCategory;
import dev.pmt.api.tasks.Labels;
import dev.pmt.api.tasks.Points;
import dev.pmt.api.tasks.Priority;
import dev.pmt.api.tasks.TaskType;
import dev.pmt.api.wire.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of CSV cells as values of task fields, in the eyes of one project. A name that PMT does not know becomes
 * the usual value; its text is kept beside the task.
 */
final class FieldTexts {

    private static final Map<String, StatusCategory> STATUS_CATEGORIES = Map.ofEntries(
            Map.entry("open", StatusCategory.TODO),
            Map.entry("reopened", StatusCategory.TODO),
            Map.entry("new", StatusCategory.TODO),
            Map.entry("backlog", StatusCategory.TODO),
            Map.entry("to do", StatusCategory.TODO),
            Map.entry("todo", StatusCategory.TODO),
            Map.entry("accepted", StatusCategory.TODO),
            Map.entry("selected for development", StatusCategory.TODO),
            Map.entry("doing", StatusCategory.DOING),
            Map.entry("in progress", StatusCategory.DOING),
            Map.entry("in development", StatusCategory.DOING),
            Map.entry("in review", StatusCategory.DOING),
            Map.entry("testing", StatusCategory.DOING),
            Map.entry("done", StatusCategory.DONE),
            Map.entry("closed", StatusCategory.DONE),
            Map.entry("resolved", StatusCategory.DONE),
            Map.entry("completed", StatusCategory.DONE),
            Map.entry("released", StatusCategory.DONE),
            Map.entry("won't do", StatusCategory.DONE),
            Map.entry("cancelled", StatusCategory.DONE));

    private static final Map<String, TaskType> TYPES = Map.of(
            "task", TaskType.TASK,
            "bug", TaskType.BUG,
            "defect", TaskType.BUG,
            "story", TaskType.STORY,
            "user story", TaskType.STORY,
            "new feature", TaskType.STORY,
            "improvement", TaskType.STORY,
            "epic", TaskType.EPIC,
            "subtask", TaskType.SUBTASK,
            "sub-task", TaskType.SUBTASK);

    private static final Map<String, Priority> PRIORITIES = Map.of(
            "highest", Priority.HIGHEST,
            "blocker", Priority.HIGHEST,
            "high", Priority.HIGH,
            "critical", Priority.HIGH,
            "medium", Priority.MEDIUM,
            "major", Priority.MEDIUM,
            "low", Priority.LOW,
            "minor", Priority.LOW,
            "lowest", Priority.LOWEST,
            "trivial", Priority.LOWEST);

    private final Project project;
    private final Set<UserId> members;
    private final CustomTexts custom;

    FieldTexts(Project project, Set<UserId> members, List<CustomField> customFields) {
        this.project = project;
        this.members = members;
        this.custom = new CustomTexts(customFields, this::member);
    }

    /** Returns the part that knows the custom fields. */
    CustomTexts custom() {
        return custom;
    }

    /** Returns the text that PMT would write into a column for the value that it reads from a valid text there. */
    String canonical(Fillable field, String column, String text) {
        return switch (field) {
            case TaskField known -> canonical(known, column, text);
            case Fillable.Custom wanted ->
                custom.find(wanted)
                        .flatMap(found -> custom.read(new Faults(), column, found, List.of(text))
                                .map(value -> CustomTexts.write(value, found)))
                        .orElse("");
        };
    }

    private String canonical(TaskField field, String column, String text) {
        return switch (field) {
            case KEY -> key(text);
            case TITLE -> title(text);
            case DESCRIPTION -> text;
            case POINTS -> points(text).map(BigDecimal::toPlainString).orElse("");
            case STATUS -> status(text).name();
            case TYPE -> type(text).wireName();
            case PRIORITY -> priority(text).wireName();
            case ASSIGNEE -> {
                var assignee = assignee(text);
                yield assignee == null ? "" : assignee.toString();
            }
            case LABELS -> Labels.join(labels(List.of(text)));
            case START, DUE -> DayTexts.parse(text).map(LocalDate::toString).orElse("");
            case ESTIMATE -> {
                var unit = EstimateUnit.of(column);
                yield estimate(unit, text).map(unit::text).orElse("");
            }
        };
    }

    String key(String text) {
        return text.strip();
    }

    String title(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Returns the estimate, empty for a blank text and for one that is no estimate. */
    Optional<BigDecimal> points(String text) {
        return Points.parse(text.strip());
    }

    Status status(String text) {
        var name = text.strip();
        return project.statuses().stream()
                .filter(status -> status.name().equalsIgnoreCase(name))
                .findFirst()
                .or(() ->
                        Optional.ofNullable(STATUS_CATEGORIES.get(normal(name))).flatMap(project::firstStatus))
                .or(() -> project.firstStatus(StatusCategory.TODO))
                .orElseGet(() -> project.statuses().getFirst());
    }

    TaskType type(String text) {
        return TYPES.getOrDefault(normal(text), TaskType.TASK);
    }

    Priority priority(String text) {
        return PRIORITIES.getOrDefault(normal(text), Priority.MEDIUM);
    }

    @Nullable
    UserId assignee(String text) {
        return member(text).orElse(null);
    }

    /** Returns the member whose id the text is; names and addresses are known to auth alone. */
    private Optional<UserId> member(String text) {
        try {
            return Optional.of(UserId.valueOf(text.strip())).filter(members::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns how many minutes of work it is thought to be, empty for none. */
    Optional<Integer> estimate(EstimateUnit unit, String text) {
        return unit.minutes(text).filter(minutes -> minutes > 0);
    }

    List<String> labels(List<String> texts) {
        return Labels.split(String.join(",", texts));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
