package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the history of each task, from the event log alone; a change of place within a column is not worth a line. */
@Component
class ActivityProjection implements EventConsumer {

    private static final String ATTACHED = "pmt.attachment.added.v1";
    private static final String DETACHED = "pmt.attachment.deleted.v1";
    private static final String LOGGED = "pmt.work-log.added.v1";
    private static final String LOG_CORRECTED = "pmt.work-log.changed.v1";
    private static final String UNLOGGED = "pmt.work-log.deleted.v1";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry(TaskFacts.CREATED, "created"),
            Map.entry(TaskFacts.CHANGED, "changed"),
            Map.entry(TaskFacts.ASSIGNED, "assigned"),
            Map.entry(TaskFacts.TRANSITIONED, "transitioned"),
            Map.entry(TaskFacts.REPARENTED, "changed"),
            Map.entry(TaskFacts.PLANNED, "changed"),
            Map.entry(TaskFacts.RESCHEDULED, "changed"),
            Map.entry(TaskFacts.ESTIMATED, "changed"),
            Map.entry(TaskFacts.CUSTOM_FIELDS_CHANGED, "changed"),
            Map.entry(TaskFacts.RELATED, Activity.RELATED),
            Map.entry(TaskFacts.UNRELATED, Activity.UNRELATED),
            Map.entry(TaskFacts.ARCHIVED, "archived"),
            Map.entry(TaskFacts.UNARCHIVED, "unarchived"),
            Map.entry(ATTACHED, "attached"),
            Map.entry(DETACHED, "detached"),
            Map.entry(LOGGED, "logged"),
            Map.entry(LOG_CORRECTED, "log-corrected"),
            Map.entry(UNLOGGED, "unlogged"));

    private final Activities activities;
    private final JsonMapper json;

    ActivityProjection(Activities activities, JsonMapper json) {
        this.activities = activities;
        this.json = json;
    }

    @Override
    public String name() {
        return "task-activity";
    }

    @Override
    public String producer() {
        return "api";
    }

    @Override
    public Set<String> types() {
        return KINDS.keySet();
    }

    @Override
    public void handle(List<Event> events) {
        activities.add(events.stream().map(this::activity).toList());
    }

    @Override
    public void forget(long after) {
        activities.forget(after);
    }

    private Activity activity(Event event) {
        var actor = event.actor();
        var data = json.readTree(event.data());
        return new Activity(
                event.id(),
                Objects.requireNonNull(KINDS.get(event.type())),
                event.time(),
                actor == null ? null : new UserId(actor),
                changes(event.type(), data),
                false,
                new TaskId(data.has("taskId") ? id(data, "taskId") : event.subject()),
                data.has("taskVersion") ? data.required("taskVersion").asLong() : event.version(),
                data.has("otherId") ? new TaskId(id(data, "otherId")) : null);
    }

    private static List<FieldChange> changes(String type, JsonNode data) {
        return switch (type) {
            case TaskFacts.CHANGED, TaskFacts.RESCHEDULED ->
                data.required("changes")
                        .valueStream()
                        .map(ActivityProjection::change)
                        .toList();
            case TaskFacts.CUSTOM_FIELDS_CHANGED ->
                data.required("changes")
                        .valueStream()
                        .map(change -> new FieldChange(
                                FieldChange.CUSTOM + change.required("fieldId").asString(),
                                text(change, "from"),
                                text(change, "to")))
                        .toList();
            case TaskFacts.ASSIGNED ->
                List.of(new FieldChange(FieldChange.ASSIGNEE, text(data, "from"), text(data, "to")));
            case TaskFacts.TRANSITIONED ->
                List.of(new FieldChange(FieldChange.STATUS, text(data, "fromStatusId"), text(data, "toStatusId")));
            case TaskFacts.ESTIMATED ->
                List.of(new FieldChange(FieldChange.ESTIMATE, text(data, "from"), text(data, "to")));
            case TaskFacts.REPARENTED ->
                List.of(new FieldChange(FieldChange.PARENT, text(data, "from"), text(data, "to")));
            case TaskFacts.RELATED, TaskFacts.UNRELATED ->
                List.of(new FieldChange(data.required("kind").asString(), null, null));
            case TaskFacts.PLANNED ->
                List.of(new FieldChange(FieldChange.SPRINT, text(data, "fromSprintId"), text(data, "toSprintId")));
            case ATTACHED -> List.of(new FieldChange(FieldChange.ATTACHMENT, null, text(data, "name")));
            case DETACHED -> List.of(new FieldChange(FieldChange.ATTACHMENT, text(data, "name"), null));
            case LOGGED, LOG_CORRECTED -> List.of(new FieldChange(FieldChange.LOGGED, null, text(data, "minutes")));
            case UNLOGGED -> List.of(new FieldChange(FieldChange.LOGGED, text(data, "minutes"), null));
            default -> List.of();
        };
    }

    /** Leaves a description out: the history says that it changed, the task what it is. */
    private static FieldChange change(JsonNode change) {
        var field = change.required("field").asString();
        return field.equals(FieldChange.DESCRIPTION)
                ? new FieldChange(field, null, null)
                : new FieldChange(field, text(change, "from"), text(change, "to"));
    }

    private static UUID id(JsonNode data, String name) {
        return UUID.fromString(data.required(name).asString());
    }

    private static @Nullable String text(JsonNode data, String name) {
        return data.required(name).asStringOpt().orElse(null);
    }
}
