package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Status;
import dev.pmt.api.projects.StatusCategory;
import dev.pmt.api.tasks.Labels;
import dev.pmt.api.tasks.Points;
import dev.pmt.api.tasks.Priority;
import dev.pmt.api.tasks.TaskType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    FieldTexts(Project project, Set<UserId> members) {
        this.project = project;
        this.members = members;
    }

    /** Returns the text that PMT would write for the value that it reads from a valid text. */
    String canonical(TaskField field, String text) {
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

    /** Returns the member whose id the text is; names and addresses are known to auth alone. */
    @Nullable
    UserId assignee(String text) {
        try {
            var user = new UserId(UUID.fromString(text.strip()));
            return members.contains(user) ? user : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    List<String> labels(List<String> texts) {
        return Labels.split(String.join(",", texts));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
